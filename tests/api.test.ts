import { expect, test } from 'vitest'
import * as api from '../src/index.ts'

test('the public names are pinned: adding one is a decision, losing one breaks programs', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "AppError",
      "addLexicon",
      "align",
      "alignInputs",
      "applyEdits",
      "cleanMemory",
      "collectTerms",
      "createAligner",
      "createEditing",
      "createServerEmbedder",
      "createStock",
      "dataFolder",
      "defaultMemory",
      "defaultOptions",
      "defaultOutputOptions",
      "defaultSelection",
      "defaultTermOptions",
      "errorCodes",
      "evaluateBeads",
      "evaluateFiles",
      "evaluateLadders",
      "evaluateSpans",
      "exportMemory",
      "exportedBeads",
      "findConcordance",
      "glossaryText",
      "importFiles",
      "inputFrom",
      "inputOf",
      "listEntities",
      "listLexicons",
      "memoryStats",
      "openEditsFile",
      "openMemory",
      "pairDocuments",
      "pairListText",
      "prepareConversion",
      "readAlignment",
      "readDocument",
      "readEdits",
      "readLearnt",
      "readPins",
      "realign",
      "recordRealign",
      "removeLexicon",
      "storePairs",
      "summarise",
      "takeRecord",
      "termKinds",
      "termsOf",
      "toUnits",
      "usualKinds",
      "version",
      "writeAlignment",
      "writeWhole",
    ]
  `)
})

test('two texts in, an alignment out', async () => {
  const alignment = await api.align('Op 3 mei 2021 opende de burgemeester de brug.', '2021年5月3日,市长为大桥剪彩。')
  expect([alignment.source.language.tag, alignment.target.language.tag, alignment.mode]).toEqual([
    'nl',
    'zh',
    'parallel',
  ])
  expect(alignment.beads[0]?.evidence.some((item) => item.key === 'date:2021-05-03')).toBe(true)
  await expect(api.align('zelfde', 'zelfde')).rejects.toThrow(api.AppError)
})

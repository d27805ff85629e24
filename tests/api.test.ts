import { expect, test } from 'vitest'
import * as api from '../src/index.ts'

test('the public names are pinned: adding one is a decision, losing one breaks programs', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "AppError",
      "alignInputs",
      "createAligner",
      "defaultOptions",
      "defaultOutputOptions",
      "defaultSelection",
      "errorCodes",
      "evaluateBeads",
      "evaluateFiles",
      "evaluateLadders",
      "evaluateSpans",
      "exportedBeads",
      "inputFrom",
      "inputOf",
      "listEntities",
      "prepareConversion",
      "readAlignment",
      "readDocument",
      "summarise",
      "toUnits",
      "version",
      "writeAlignment",
      "writeWhole",
    ]
  `)
})

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
      "evaluateLadders",
      "evaluateSpans",
      "exportedBeads",
      "inputFrom",
      "inputOf",
      "listEntities",
      "readAlignment",
      "readDocument",
      "summarise",
      "toUnits",
      "version",
      "writeAlignment",
    ]
  `)
})

/** The part of the npm package `xliff` 6.4 that we use; it ships no types. */
declare module 'xliff/xliff12ToJs' {
  /** An element as the package leaves it when it has no shape of its own for it. */
  interface XliffJsElement {
    readonly type: string
    readonly name?: string
    readonly text?: string
    readonly attributes?: Readonly<Record<string, string>>
    readonly elements?: readonly XliffJsElement[]
  }

  /** One unit; values are texts, inline elements, or lists of both. */
  interface XliffJsUnit {
    readonly source: unknown
    readonly target?: unknown
    readonly note?: unknown
    readonly additionalAttributes?: Readonly<Record<string, string>>
    readonly additionalElements?: readonly XliffJsElement[]
  }

  interface XliffJs {
    readonly resources: Readonly<Record<string, Readonly<Record<string, XliffJsUnit>>>>
    readonly sourceLanguage: string
    readonly targetLanguage?: string
  }

  interface Options {
    /** Keeps white space that stands alone between two inline elements; without it such spaces are lost. */
    readonly captureSpacesBetweenElements: boolean
  }

  /** Calls back before it returns; `error` is set when the text is not XML. */
  function xliff12ToJs(text: string, options: Options, callback: (error: Error | null, result?: XliffJs) => void): void

  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default xliff12ToJs
}

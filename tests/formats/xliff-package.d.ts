/** The functions of the npm package `xliff` 6.4 that serve as an oracle; it ships no types. */
declare module 'xliff' {
  export function xliff12ToJs(text: string): Promise<unknown>
  export function xliff2js(text: string): Promise<unknown>
  export function jsToXliff12(shape: unknown, options: { readonly indent: string }): Promise<unknown>
  export function js2xliff(shape: unknown, options: { readonly indent: string }): Promise<unknown>
}

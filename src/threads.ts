/** Where the code of a thread lies, by its name in this folder. From TypeScript sources, as in tests, the thread needs a loader for them. */
export function threadModule(name: string): { readonly filename: string; readonly execArgv?: string[] } {
  if (!import.meta.url.endsWith('.ts')) return { filename: new URL(`./${name}.js`, import.meta.url).href }
  const loader = `import{register}from${JSON.stringify(import.meta.resolve('tsx/esm/api'))};register()`
  return {
    filename: new URL(`./${name}.ts`, import.meta.url).href,
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(loader)}`],
  }
}

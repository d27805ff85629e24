import { defineConfig } from 'vite'

const folder = new URL('.', import.meta.url).pathname

// Addresses inside the page are relative, since it lies below a path that is different each time.
export default defineConfig({
  root: folder,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: new URL('../../../dist/inspector/client', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: [`${folder}index.html`, `${folder}memory.html`] },
  },
})

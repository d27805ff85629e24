import { defineConfig } from 'vite'

const folder = new URL('.', import.meta.url).pathname

// One plain script and one style sheet, to stand inside a page.
export default defineConfig({
  root: folder,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: false,
  // Nothing is loaded beside the page: what the builder adds for that has no address to go by.
  define: { 'import.meta': '{}' },
  build: {
    outDir: new URL('../../../dist/inspector/report-page', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: new URL('report.ts', import.meta.url).pathname,
      output: { format: 'iife', codeSplitting: false, entryFileNames: 'report.js', assetFileNames: 'report[extname]' },
    },
  },
})

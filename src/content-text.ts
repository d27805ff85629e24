export { nativeText, plainText } from './core/content.ts'

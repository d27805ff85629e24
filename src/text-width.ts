export { widthOf } from './core/columns.ts'

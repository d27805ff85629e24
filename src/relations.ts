/** Names of relations and decisions, for flags: nothing else is loaded with them. */
export { decisionStates, relations } from './core/relations.ts'

import type { RuleName } from './data.ts'
import type { Item, Pattern } from './pattern.ts'
import type { Slot, SlotValue } from './slots.ts'
import { matchesAt } from './surfaces.ts'
import type { Content, Token } from './tokens.ts'

/** A pattern with its reading; the lower the rank, the sooner it wins among matches of one length. */
export interface Rule {
  readonly name: RuleName
  readonly rank: number
  readonly pattern: Pattern
}

interface Edge {
  readonly next: State
  readonly glued: boolean
  readonly range: boolean
}

interface SlotEdge extends Slot {
  readonly name: string
  readonly glued: boolean
  readonly next: State
}

/** A place in the patterns; patterns with the same beginning share their states. */
interface State {
  readonly edges: Map<string, Edge[]>
  readonly slots: SlotEdge[]
  readonly nots: { readonly sequences: readonly (readonly string[])[]; readonly next: State }[]
  readonly children: Map<string, State>
  readonly rules: Rule[]
  end?: State
}

/** What the steps of a match took, last one first. `~` is a range connector, `<` the end of the entity. */
export interface Step {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly value: SlotValue | undefined
  readonly previous: Step | undefined
}

/** Told of every rule whose pattern fits from `start`; `to` is the index after the last token. */
export type Visit = (rule: Rule, to: number, steps: Step | undefined) => void

/** Tries all patterns at one token. */
export interface Automaton {
  readonly run: (tokens: readonly Token[], start: number, visit: Visit) => void
}

/** Builds one automaton of all rules. Its work at a token is bounded by the patterns, not by the text. */
export function buildAutomaton(rules: readonly Rule[], slotOf: (name: string) => Slot): Automaton {
  const slots = new Map<string, Slot>()
  for (const { pattern } of rules) {
    for (const { kind, slot } of pattern.items) if (kind === 'slot' && !slots.has(slot)) slots.set(slot, slotOf(slot))
  }
  const root = createState()
  for (const rule of rules) addRule(root, rule, slots)
  const starts = new Set([...root.edges.keys(), ...root.slots.flatMap(({ starts }) => starts)])
  return {
    run: (tokens, start, visit) => {
      const token = tokens[start]
      if (token && (isQuantity(token.content) || starts.has(token.norm)))
        walk({ tokens, visit }, root, start, start, undefined)
    },
  }
}

function isQuantity(content: Content | undefined): boolean {
  return content !== undefined && ['number', 'date', 'clock', 'code'].includes(content.kind)
}

function createState(): State {
  return { edges: new Map(), slots: [], nots: [], children: new Map(), rules: [] }
}

function addRule(root: State, rule: Rule, slots: ReadonlyMap<string, Slot>): void {
  let frontier = [root]
  for (const item of rule.pattern.items) {
    const reached = new Set(frontier.map((state) => childOf(state, item, slots.get(item.slot))))
    frontier = item.optional ? [...new Set([...frontier, ...reached])] : [...reached]
  }
  for (const state of frontier) state.rules.push(rule)
}

function childOf(state: State, item: Item, slot: Slot | undefined): State {
  const id = item.optional ? item.id.slice(0, -1) : item.id
  const known = state.children.get(id)
  if (known) return known
  const next = createState()
  state.children.set(id, next)
  if (slot) state.slots.push({ ...slot, name: item.name, glued: item.glued, next })
  else if (item.kind === 'end') state.end = next
  else if (item.kind === 'not') state.nots.push({ sequences: item.sequences, next })
  else for (const sequence of item.sequences) addSequence(state, sequence, item, next)
  return next
}

function addSequence(from: State, sequence: readonly string[], item: Item, next: State): void {
  let state = from
  sequence.forEach((norm, index) => {
    const last = index === sequence.length - 1
    const target = last ? next : createState()
    const edge = { next: target, glued: item.glued && index === 0, range: item.kind === 'range' }
    state.edges.set(norm, [...(state.edges.get(norm) ?? []), edge])
    state = target
  })
}

interface Run {
  readonly tokens: readonly Token[]
  readonly visit: Visit
}

function walk(run: Run, state: State, start: number, at: number, steps: Step | undefined): void {
  for (const rule of state.rules) run.visit(rule, at, steps)
  if (state.end) walk(run, state.end, start, at, step('<', at, at, undefined, steps))
  for (const { sequences, next } of state.nots) {
    const blocked = sequences.some((sequence) => matchesAt((index) => run.tokens[index]?.norm, at, sequence))
    if (!blocked) walk(run, next, start, at, steps)
  }
  const token = run.tokens[at]
  if (!token || (at > start && token.gap === 'break')) return
  if (token.norm !== '') {
    for (const edge of state.edges.get(token.norm) ?? []) {
      if (edge.glued && token.gap !== 'none') continue
      walk(run, edge.next, start, at + 1, edge.range ? step('~', at, at + 1, undefined, steps) : steps)
    }
  }
  for (const slot of state.slots) {
    if (slot.glued && token.gap !== 'none') continue
    const match = slot.match(run.tokens, at)
    if (match) walk(run, slot.next, start, match.end, step(slot.name, at, match.end, match.value, steps))
  }
}

function step(name: string, from: number, to: number, value: SlotValue | undefined, previous: Step | undefined): Step {
  return { name, from, to, value, previous }
}

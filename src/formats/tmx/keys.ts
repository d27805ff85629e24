import { unitAttribute, variantAttribute, variantProp } from './props.ts'

/** Makes the keys under which parts of a unit are kept; files have few of them, and a string that is made anew is slow to look up. */
export interface Keys {
  unit(name: string): string
  attribute(variant: string, name: string): string
  prop(variant: string, name: string): string
}

/** New keys that remember what they were asked for. */
export function createKeys(): Keys {
  const ofVariants = new Map<string, { readonly attribute: Made; readonly prop: Made }>()
  const variant = (name: string) => {
    const found = ofVariants.get(name)
    if (found !== undefined) return found
    const made = {
      attribute: remembered((key) => variantAttribute(name, key)),
      prop: remembered((key) => variantProp(name, key)),
    }
    if (ofVariants.size < most) ofVariants.set(name, made)
    return made
  }
  return {
    unit: remembered(unitAttribute),
    attribute: (of, name) => variant(of).attribute(name),
    prop: (of, name) => variant(of).prop(name),
  }
}

type Made = (name: string) => string

/** How many are remembered: enough for any honest file, and no hole in memory for the others. */
const most = 200

function remembered(make: Made): Made {
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const made = make(name)
    if (known.size < most) known.set(name, made)
    return made
  }
}

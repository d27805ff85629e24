import type { Mended, UnitCheck } from '../finding.ts'
import { type Damage, findDamage } from '../mojibake.ts'
import { mapTexts, type Side, type Subject, withVariants } from '../subject.ts'

/** Text that was read in the wrong encoding somewhere on its way. */
export const encodingCheck: UnitCheck = {
  id: 'encoding',
  kind: 'unit',
  title: 'characters damaged by a wrong encoding',
  fix: 'repair',
  isSafe: true,
  needs: [],
  find: ({ sides }) => {
    const damaged = sides.flatMap((side) => {
      const damage = damageOf(side)
      return damage === undefined ? [] : [{ side, damage }]
    })
    const [first] = damaged
    if (first === undefined) return undefined
    const [span] = first.damage.spans
    const sample = first.side.text.slice(span?.start ?? 0, Math.min(span?.end ?? 0, (span?.start ?? 0) + 12))
    const canMend = damaged.every(({ damage }) => damage.repaired !== undefined)
    return {
      severity: canMend ? 'warning' : 'error',
      message: canMend
        ? `damaged characters in ${first.side.language}, such as ${sample}`
        : `damaged characters in ${first.side.language} that cannot be brought back, such as ${visible(sample)}`,
      places: damaged.flatMap(({ side, damage }) => damage.spans.map((each) => ({ variant: side.index, span: each }))),
    }
  },
  mend,
}

/** Controls as their number, so that a message can be read. */
const visible = (text: string): string =>
  text.replace(/[\u0080-\u009f]/gu, (each) => `U+${each.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)

const damageOf = ({ text, writing }: Side): Damage | undefined => findDamage(text, writing.script)

function mend({ unit, sides }: Subject): Mended | undefined {
  if (sides.every((side) => damageOf(side) === undefined)) return undefined
  const variants = unit.variants.map((variant, i) => {
    const script = sides[i]?.writing.script
    const content = mapTexts(variant.content, (text) => findDamage(text, script)?.repaired ?? text)
    return content.every((run, k) => run === variant.content[k]) ? variant : { ...variant, content }
  })
  return variants.every((variant, i) => variant === unit.variants[i]) ? undefined : withVariants(unit, variants)
}

import { useSettled } from '../find/settled.ts'
import type { PartProps } from '../part.ts'
import { isWhole } from '../store/early.ts'
import { findPartings, longestPartings } from './partings.ts'
import { segmentNumbers } from './segment-numbers.ts'

/** More than this is no longer read. */
const mostListed = 20

/** What the map shows, in words: where the texts part ways, each a way to go there. */
export function PartingsList({ state, store, t }: PartProps) {
  const { beads, target } = state.editing.pair
  const { crossing } = state
  const all = useSettled(() => findPartings(beads, crossing, target.segments.length), [beads, crossing, target])
  if (all === undefined || !isWhole(state)) return null
  const listed = longestPartings(all, mostListed)
  const format = new Intl.NumberFormat(state.locale)
  const number = (count: number): string => format.format(count)
  if (all.length === 0) return <p class="field__hint">{t('map.together')}</p>
  return (
    <details class="map__partings">
      <summary class="find__summary">{t('map.partings', { count: all.length })}</summary>
      {listed.length < all.length && (
        <p class="field__hint">{t('map.longest', { count: listed.length, of: all.length })}</p>
      )}
      <ul>
        {listed.map((parting) => (
          <li key={parting.place}>
            <button type="button" class="map__parting" onClick={() => store.moveTo(parting.place)}>
              {t(`map.parting.${parting.kind}`, {
                source: segmentNumbers(parting.source, number),
                target: segmentNumbers(parting.target, number),
              })}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

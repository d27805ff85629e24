import type { MemoryUnit } from '../../../../memory-view.ts'
import { languageName } from '../../text/language-name.ts'
import { memoryCommandNamed } from '../commands/table.ts'
import type { MemoryPartProps } from '../part.ts'
import { currentUnit } from '../store/reading.ts'
import { RelationSign, StateSign, VariantText } from './unit-cells.tsx'

const acts = [
  'memory.command.edit',
  'memory.command.accept',
  'memory.command.reject',
  'memory.command.reopen',
  'memory.command.similar',
  'memory.command.delete',
] as const

/** All that is known of the current unit, and what can be done with it. */
export function About(props: MemoryPartProps) {
  const { state, t } = props
  const unit = currentUnit(state)
  return (
    <section class="page__why about" aria-label={t('memory.about.title')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <div class="about__inside" tabIndex={0}>
        {unit === undefined ? (
          <p class="field__hint">{t('memory.about.none')}</p>
        ) : (
          <>
            <div class="about__signs">
              <StateSign {...{ unit, t }} />
              <RelationSign {...{ unit, t }} />
            </div>
            {(state.tab === 'concordance' ? unit.unit.variants : []).map((variant, i) => (
              <div key={i} class="about__text">
                <span class="about__language">{languageName(variant.language, state.locale)}</span>
                <VariantText {...{ state, variant }} />
              </div>
            ))}
            <Acts {...props} />
            <Facts {...props} unit={unit} />
          </>
        )}
      </div>
    </section>
  )
}

function Acts({ state, store, t }: MemoryPartProps) {
  const offered = acts.flatMap((name) => memoryCommandNamed(name) ?? []).filter((command) => command.isAble(state))
  return (
    <div class="about__acts">
      {offered.map((command) => (
        <button key={command.name} type="button" class="button" onClick={() => command.run(store)}>
          {t(command.name)} <kbd class="key">{command.keys[0]?.replace('Delete', 'Del').toUpperCase()}</kbd>
        </button>
      ))}
    </div>
  )
}

function Facts({ state, t, unit }: MemoryPartProps & { readonly unit: MemoryUnit }) {
  const { decision, origin, notes, props } = unit.unit
  const time = timeWriter(state.locale)
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    [t('memory.about.memory'), unit.memory],
    [
      t('memory.about.decided'),
      decision.state === 'proposed' ? undefined : [decision.by, time(decision.at)].filter(Boolean).join(', '),
    ],
    [t('memory.about.comment'), decision.state === 'proposed' ? undefined : decision.comment],
    [t('memory.about.document'), origin && [...new Set([origin.sourceFile, origin.targetFile])].join(' – ')],
    [t('memory.about.segments'), origin && `${origin.sourceSegments} – ${origin.targetSegments}`],
    [t('memory.about.evidence'), origin?.evidence.join(', ')],
    [t('memory.about.created'), [props['@creationid'], time(props['@creationdate'])].filter(Boolean).join(', ')],
    [t('memory.about.changed'), [props['@changeid'], time(props['@changedate'])].filter(Boolean).join(', ')],
    [t('memory.about.uses'), unit.uses === 0 ? undefined : String(unit.uses)],
    [t('memory.about.notes'), notes.join('\n')],
    [t('memory.about.step'), String(unit.step)],
    [t('memory.about.key'), String(unit.key)],
  ]
  const others = Object.entries(props).filter(([name]) => !/^@(?:creation|change)(?:id|date)$/u.test(name))
  return (
    <dl class="facts">
      {[...facts, ...others].map(([name, value]) =>
        value === undefined || value === '' ? null : (
          <div key={name} class="facts__fact">
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** Times of TMX and ISO 8601 as people write them; others as they are. */
function timeWriter(locale: string): (text: string | undefined) => string {
  const writer = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (text) => {
    if (text === undefined) return ''
    const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u, '$1-$2-$3T$4:$5:$6Z')
    const time = Date.parse(iso)
    return Number.isNaN(time) ? text : writer.format(time)
  }
}

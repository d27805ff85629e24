import type { Bead, Evidence } from '../../../editing.ts'
import { noteLanguage } from '../../locales/locales.ts'
import type { BeadDetail } from '../../protocol.ts'
import { currentBead } from '../commands/neighbours.ts'
import type { PartProps } from '../part.ts'
import type { PageState } from '../store/types.ts'
import { memo } from '../text/memo.tsx'
import { checkNote } from './check-note.ts'
import { colourOf, type Match, matchesOf } from './matches.ts'
import type { Naming } from './names.ts'
import { noteOf, whySentence } from './sentence.ts'

/** Why the current bead is a pair: a sentence, what it rests on, failed checks, what a person decided and noted. */
export function WhyPanel({ state, store, t }: PartProps) {
  const bead = currentBead(state)
  if (!state.isWhyOpen) return null
  return (
    <section class="page__why why" aria-label={t('why.title')}>
      <div class="why__head">
        <h2 class="why__title">{t('why.title')}</h2>
        {bead ? <span class="why__pair">{t('why.pair', { pair: state.current + 1 })}</span> : null}
        <button
          type="button"
          class="button button--quiet why__close"
          aria-label={t('why.close')}
          onClick={() => store.setPanel('why', false)}
        >
          ×
        </button>
      </div>
      {bead ? (
        <Reasons
          bead={bead}
          detail={state.details.get(bead.id)}
          lit={state.lit}
          sheet={state.sheet}
          locale={state.locale}
          {...{ store, t }}
        />
      ) : (
        <p class="why__none">{t('why.noBead')}</p>
      )}
    </section>
  )
}

interface ReasonsProps extends Pick<PartProps, 'store' | 't'> {
  readonly bead: Bead
  readonly detail: BeadDetail | undefined
  readonly lit: number
  readonly sheet: PageState['sheet']
  readonly locale: string
}

const Reasons = memo(function Reasons({ bead, detail, lit, sheet, locale, store, t }: ReasonsProps) {
  const naming: Naming = { locale, t, source: sheet.source, target: sheet.target }
  if (!detail) return <p class="why__sentence why__sentence--wait">{t(waitText(bead))}</p>
  return (
    <>
      <p class="why__sentence">{whySentence(bead, detail, naming)}</p>
      <Checks detail={detail} t={t} />
      <EvidenceList {...{ detail, lit, naming, store, t }} />
      <Decision bead={bead} locale={locale} t={t} />
      {bead.comment === undefined ? null : <p class="why__comment">{bead.comment}</p>}
    </>
  )
})

function waitText(bead: Bead): 'why.wait' | 'why.byHand' {
  return bead.decision.state === 'edited' ? 'why.byHand' : 'why.wait'
}

function Checks({ detail, t }: Pick<PartProps, 't'> & { readonly detail: BeadDetail }) {
  if (detail.checks.length === 0) return null
  return (
    <>
      <h3 class="why__subtitle">{t('why.checks')}</h3>
      <ul class="why__checks">
        {detail.checks.map(({ check, note }) => (
          <li key={note} class="why__check">
            <strong>{t(`check.${check}`)}</strong> {checkNote(note, t) ?? <span lang={noteLanguage}>{note}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

interface EvidenceListProps extends Pick<PartProps, 'store' | 't'> {
  readonly detail: BeadDetail
  readonly lit: number
  readonly naming: Naming
}

/** All evidence by weight, whether it speaks for or against. Items that stand in both texts light up there. */
function EvidenceList({ detail, lit, naming, store, t }: EvidenceListProps) {
  const matches = matchesOf(detail)
  const items = [...detail.evidence].sort((a, b) => Math.abs(b.score) - Math.abs(a.score))
  const heaviest = Math.max(1, ...items.map(({ score }) => Math.abs(score)))
  if (items.length === 0) return null
  return (
    <>
      <h3 class="why__subtitle">{t('why.evidence')}</h3>
      <ul class="why__list">
        {items.map((item, at) => (
          <EvidenceItem
            key={at}
            match={matches.find(({ evidence }) => evidence === item)}
            {...{ item, lit, naming, heaviest, store, t }}
          />
        ))}
      </ul>
    </>
  )
}

interface EvidenceItemProps extends Omit<EvidenceListProps, 'detail'> {
  readonly item: Evidence
  readonly match: Match | undefined
  readonly heaviest: number
}

function EvidenceItem({ item, match, lit, naming, heaviest, store, t }: EvidenceItemProps) {
  const sign = item.score < 0 ? 'against' : 'for'
  const weight = Math.round(Math.abs(item.score) * 10) / 10
  const label = t(sign === 'for' ? 'why.for' : 'why.againstWeight', { weight })
  const words = (
    <>
      <span class="why__words">
        <bdi class="why__note">{noteOf(item, naming)}</bdi> <span class="why__what">{t(kindKey(item))}</span>
      </span>
      <span class="why__weight" data-sign={sign} role="img" aria-label={label} title={label}>
        <span class="why__bar" style={{ inlineSize: `${Math.round((100 * Math.abs(item.score)) / heaviest)}%` }} />
      </span>
    </>
  )
  if (!match) {
    return (
      <li class="why__item why__item--plain">
        <span class="why__swatch" aria-hidden="true">
          {sign === 'for' ? '+' : '−'}
        </span>
        {words}
      </li>
    )
  }
  const { number } = match
  const colour = colourOf(number)
  const light = (): void => store.light(number)
  return (
    <li>
      <button
        type="button"
        class={`why__item why__item--${colour}${number === lit ? ' why__item--lit' : ''}`}
        onPointerEnter={light}
        onPointerLeave={() => store.light(0)}
        onFocus={light}
        onBlur={() => store.light(0)}
        onClick={light}
      >
        <span class={`why__swatch why__swatch--${colour}`}>{number}</span>
        {words}
      </button>
    </li>
  )
}

const kinds = {
  date: 'kind.date',
  number: 'kind.number',
  percent: 'kind.percent',
  money: 'kind.money',
  ordinal: 'kind.ordinal',
  place: 'kind.place',
  currency: 'kind.currency',
  language: 'kind.language',
  organisation: 'kind.organisation',
  treaty: 'kind.treaty',
  office: 'kind.office',
  event: 'kind.event',
  title: 'kind.title',
  person: 'kind.person',
  word: 'kind.word',
} as const

const scorers: Readonly<
  Record<string, 'kind.length' | 'kind.words' | 'kind.order' | 'kind.person' | 'kind.memory' | 'kind.meaning'>
> = {
  length: 'kind.length',
  ratio: 'kind.length',
  division: 'kind.length',
  shape: 'kind.length',
  lexical: 'kind.words',
  translation: 'kind.words',
  'machine-translation': 'kind.words',
  position: 'kind.order',
  order: 'kind.order',
  memory: 'kind.memory',
  embedding: 'kind.meaning',
}

function kindKey({
  kind,
  scorer,
}: Evidence): (typeof kinds)[keyof typeof kinds] | (typeof scorers)[string] | 'kind.other' {
  return kind ? kinds[kind] : (scorers[scorer] ?? 'kind.other')
}

function Decision({ bead, locale, t }: Pick<PartProps, 't'> & { readonly bead: Bead; readonly locale: string }) {
  const { decision } = bead
  if (decision.state === 'proposed') return null
  const time = new Date(decision.at)
  const when = Number.isNaN(time.getTime())
    ? decision.at
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time)
  return (
    <p class="why__decision">{t('why.decided', { state: t(`decision.${decision.state}`), by: decision.by, when })}</p>
  )
}

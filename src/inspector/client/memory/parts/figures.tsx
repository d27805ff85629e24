import type { PageFigure, UnitQuery } from '../../../memory-protocol.ts'
import { languageName } from '../../text/language-name.ts'
import type { MemoryPartProps } from '../part.ts'
import { chartOf, everyMonth, everyTenth, step } from './chart.ts'

/** How many units there are by what, drawn and as tables. */
export function Figures({ state, store, t }: MemoryPartProps) {
  const { figures, locale } = state
  if (figures === undefined) return <p class="page__notice">{t('memory.figures.loading')}</p>
  const show = (query: Omit<UnitQuery, 'text'>): void => {
    store.setQuery({ text: '', ...query })
    store.setTab('units')
  }
  const languages = (tags: string): string =>
    tags
      .split(' ')
      .map((tag) => languageName(tag, locale))
      .join(' – ')
  const stepOf = (name: string): number | undefined => (name.startsWith('step:') ? Number(name.slice(5)) : undefined)
  const originName = (name: string): string => {
    const step = stepOf(name)
    if (step === undefined) return name
    return state.history?.find(({ number }) => number === step)?.label ?? t('memory.figures.step', { step })
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
    <div class="figures" tabIndex={0} role="region" aria-label={t('memory.tab.figures')}>
      <p class="figures__sum">
        <strong>{t('memory.figures.units', { count: figures.units })}</strong>{' '}
        {figures.isWhole ? null : t('memory.figures.counting')}
      </p>
      <div class="figures__all">
        <Columns
          {...{ t, locale }}
          title={t('memory.figures.month')}
          rows={figures.byMonth}
          complete={everyMonth}
          total={figures.units}
          nameOf={(name) => monthName(name, locale)}
        />
        <Columns
          {...{ t, locale }}
          title={t('memory.figures.confidence')}
          rows={figures.byConfidence}
          complete={everyTenth}
          total={figures.units}
          nameOf={percentName}
        />
        <Bars
          {...{ t, locale }}
          title={t('memory.figures.languages')}
          rows={figures.byLanguages}
          total={figures.units}
          nameOf={languages}
          show={({ name }) => show({ languages: name.split(' ') })}
        />
        <Bars
          {...{ t, locale }}
          title={t('memory.figures.origin')}
          rows={figures.byOrigin}
          total={figures.units}
          nameOf={originName}
          show={({ name }) => {
            const step = stepOf(name)
            show(step === undefined ? { origin: name } : { step })
          }}
        />
        <Bars
          {...{ t, locale }}
          title={t('memory.figures.relation')}
          rows={figures.byRelation}
          total={figures.units}
          nameOf={(name) => (isRelation(name) ? t(`memory.relation.${name}`) : t('memory.figures.none'))}
          show={({ name }) => (isRelation(name) ? show({ relations: [name] }) : undefined)}
        />
        <Bars
          {...{ t, locale }}
          title={t('memory.figures.state')}
          rows={figures.byState}
          total={figures.units}
          nameOf={(name) => (isState(name) ? t(`memory.state.${name}`) : name)}
          show={({ name }) => (isState(name) ? show({ states: [name] }) : undefined)}
        />
        {figures.byMemory.length < 2 ? null : (
          <Bars
            {...{ t, locale }}
            title={t('memory.figures.memory')}
            rows={figures.byMemory}
            total={figures.units}
            nameOf={(name) => name}
            show={({ name }) => show({ memories: [name] })}
          />
        )}
      </div>
    </div>
  )
}

const isRelation = (name: string) =>
  name === 'translation' || name === 'partial' || name === 'related' || name === 'unaligned'
const isState = (name: string) => name === 'proposed' || name === 'accepted' || name === 'rejected' || name === 'edited'

function monthName(name: string, locale: string): string {
  if (name === '') return ''
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${name}-01T00:00:00Z`),
  )
}

const percentName = (name: string): string => (name === '' ? '' : `${name}–${Number(name) + (name === '90' ? 10 : 9)}%`)

interface ChartProps extends Pick<MemoryPartProps, 't'> {
  readonly locale: string
  readonly title: string
  readonly rows: readonly PageFigure[]
  readonly total: number
  nameOf(name: string): string
}

const mostBars = 12

/** A table whose rows have bars; a name leads to its units. */
function Bars({ t, locale, title, rows, total, nameOf, show }: ChartProps & { show(row: PageFigure): void }) {
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const most = Math.max(1, ...rows.map(({ units }) => units))
  const rest = rows.slice(mostBars).reduce((sum, { units }) => sum + units, 0)
  const shown = rows.slice(0, mostBars)
  return (
    <figure class="chart">
      <table class="bars">
        <caption class="chart__title">{title}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('memory.figures.column')}</th>
            <th scope="col">{t('memory.figures.share')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.name}>
              <th scope="row" class="bars__name">
                {row.name === '' ? (
                  nameOf('') || t('memory.figures.none')
                ) : (
                  <button type="button" class="bars__show" title={nameOf(row.name)} onClick={() => show(row)}>
                    {nameOf(row.name)}
                  </button>
                )}
              </th>
              <td class="bars__bar">
                <svg class="bars__svg" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="bars__fill" width={(row.units / most) * 100} height="8" />
                </svg>
                <span class="bars__units">{number.format(row.units)}</span>
              </td>
              <td class="bars__share">{percent.format(total === 0 ? 0 : row.units / total)}</td>
            </tr>
          ))}
          {rest === 0 ? null : (
            <tr>
              <th scope="row" class="bars__name">
                {t('memory.figures.rest', { count: rows.length - mostBars })}
              </th>
              <td class="bars__bar">
                <span class="bars__units">{number.format(rest)}</span>
              </td>
              <td class="bars__share">{percent.format(rest / total)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </figure>
  )
}

interface ColumnsProps extends ChartProps {
  /** Adds columns without units, so that their distance tells the truth. */
  complete(rows: readonly PageFigure[]): readonly PageFigure[]
}

/** Columns in an order of their own: months, tenths. The figures stand beside them for whoever does not see. */
function Columns({ t, locale, title, rows, complete, nameOf }: ColumnsProps) {
  const number = new Intl.NumberFormat(locale)
  const present = rows.filter(({ name }) => name !== '')
  const named = present.length === 0 ? [] : complete(present)
  const without = rows.find(({ name }) => name === '')?.units ?? 0
  const { columns, width, height } = chartOf(named)
  const [first, last] = [named[0], named.at(-1)]
  return (
    <figure class="chart">
      <figcaption class="chart__title">{title}</figcaption>
      {named.length === 0 ? (
        <p class="field__hint">{t('memory.figures.nothing')}</p>
      ) : (
        <>
          <svg class="columns" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            {columns.map(({ name, x, y, width: wide, units }) => (
              <rect key={name} class="columns__column" x={x} y={y} width={wide} height={height - y}>
                <title>{`${nameOf(name)}: ${number.format(units)}`}</title>
              </rect>
            ))}
          </svg>
          <p
            class="columns__ends"
            aria-hidden="true"
            style={{ inlineSize: `${Math.min(100, (named.length / (width / step)) * 100)}%` }}
          >
            <span>{first === undefined ? '' : nameOf(first.name)}</span>
            <span>{last === undefined || last === first ? '' : nameOf(last.name)}</span>
          </p>
        </>
      )}
      {without === 0 ? null : <p class="field__hint">{t('memory.figures.without', { count: without })}</p>}
      <table class="unseen">
        <caption>{title}</caption>
        <tbody>
          {rows.map(({ name, units }) => (
            <tr key={name}>
              <th scope="row">{name === '' ? t('memory.figures.none') : nameOf(name)}</th>
              <td>{number.format(units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

import type { ComponentChildren } from '../preact.ts'

interface ChoiceProps {
  readonly isOn: boolean
  readonly children: ComponentChildren
  /** How many it would show. */
  readonly count?: string
  readonly sign?: ComponentChildren
}

/** One of several, of which one is on. */
export function Radio(props: ChoiceProps & { readonly group: string; choose(): void }) {
  return (
    <label class={choiceClass(props)}>
      <input class="choice__input" type="radio" name={props.group} checked={props.isOn} onChange={props.choose} />
      <Words {...props} />
    </label>
  )
}

/** On or off. */
export function Checkbox(props: ChoiceProps & { toggle(isOn: boolean): void }) {
  return (
    <label class={choiceClass(props)}>
      <input
        class="choice__input"
        type="checkbox"
        checked={props.isOn}
        onChange={(event) => props.toggle(event.currentTarget.checked)}
      />
      <Words {...props} />
    </label>
  )
}

function Words({ children, count, sign }: ChoiceProps) {
  return (
    <>
      {sign}
      <span class="choice__name">{children}</span>
      {count !== undefined && <span class="choice__count">{count}</span>}
    </>
  )
}

function choiceClass({ count, isOn }: ChoiceProps): string {
  return count === '0' && !isOn ? 'choice choice--none' : 'choice'
}

interface PercentProps {
  readonly id: string
  readonly label: string
  /** Probability 0..1. */
  readonly value: number
  change(value: number): void
}

/** A probability as whole percent, by slider or number. */
export function PercentField({ id, label, value, change }: PercentProps) {
  const percent = Math.round(value * 100)
  const read = (text: string): void => {
    const number = Number.parseFloat(text)
    if (Number.isFinite(number)) change(Math.min(100, Math.max(0, number)) / 100)
  }
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <div class="slider">
        <input
          class="slider__range"
          type="range"
          min="0"
          max="100"
          aria-label={label}
          value={percent}
          onInput={(event) => read(event.currentTarget.value)}
        />
        <input
          id={id}
          class="field__input slider__number"
          type="number"
          min="0"
          max="100"
          inputMode="numeric"
          value={percent}
          onInput={(event) => read(event.currentTarget.value)}
        />
      </div>
    </div>
  )
}

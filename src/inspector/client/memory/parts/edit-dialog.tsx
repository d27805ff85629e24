import type { MemoryUnit } from '../../../../memory-view.ts'
import { DialogFrame } from '../../dialogs/frame.tsx'
import { useLayoutEffect, useRef, useState } from '../../preact.ts'
import { languageName } from '../../text/language-name.ts'
import type { MemoryPartProps } from '../part.ts'
import { type CodedText, codedTextOf, contentOf, keepsCodes, moveCode } from './coded-text.ts'
import { Code } from './runs.tsx'

/** The texts of a unit to be typed in; their inline codes can be moved, and not be lost. */
export function EditDialog({ state, store, t, unit }: MemoryPartProps & { readonly unit: MemoryUnit }) {
  const { variants } = unit.unit
  const [coded] = useState(() => variants.map(({ content }) => codedTextOf(content)))
  const [texts, setTexts] = useState(() => coded.map(({ text }) => text))
  const close = (): void => store.open(undefined)
  const save = (): void =>
    store.retext(
      unit,
      coded.map((one, i) => contentOf(texts[i] ?? '', one)),
    )
  return (
    <DialogFrame title={t('memory.edit.title')} closeLabel={t('memory.close')} class="dialog--wide" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      >
        <div class="dialog__body">
          {coded.map((one, i) => (
            <CodedField
              key={i}
              t={t}
              isFirst={i === 0}
              id={`edit-${i}`}
              label={languageName(variants[i]?.language ?? '', state.locale)}
              language={variants[i]?.language ?? ''}
              direction={state.sheet.languages.find(({ tag }) => tag === variants[i]?.language)?.direction ?? 'ltr'}
              coded={one}
              text={texts[i] ?? ''}
              change={(text) => setTexts(texts.map((old, at) => (at === i ? text : old)))}
            />
          ))}
        </div>
        <div class="dialog__actions">
          <span class="field__hint">{t('memory.edit.hint')}</span>
          <button type="button" class="button" onClick={close}>
            {t('memory.cancel')}
          </button>
          <button type="submit" class="button button--main">
            {t('memory.edit.save')}
          </button>
        </div>
      </form>
    </DialogFrame>
  )
}

interface CodedFieldProps extends Pick<MemoryPartProps, 't'> {
  readonly isFirst: boolean
  readonly id: string
  readonly label: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly coded: CodedText
  readonly text: string
  change(text: string): void
}

function CodedField({ t, isFirst, id, label, language, direction, coded, text, change }: CodedFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  // Where a dialog begins is for the browser to settle when it opens.
  useLayoutEffect(() => {
    if (isFirst) field.current?.setAttribute('autofocus', '')
  }, [])
  const [isRefused, setIsRefused] = useState(false)
  const type = (typed: string): void => {
    const keeps = keepsCodes(typed, coded)
    setIsRefused(!keeps)
    if (keeps) change(typed)
    // The field goes back to what it was, with the caret where it stood.
    else if (field.current) restore(field.current, text)
  }
  const move = (token: string): void => {
    const moved = moveCode(text, token, field.current?.selectionStart ?? text.length)
    setIsRefused(false)
    change(moved.text)
    queueMicrotask(() => {
      field.current?.focus()
      field.current?.setSelectionRange(moved.end, moved.end)
    })
  }
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        class="field__input"
        lang={language}
        dir={direction}
        rows={Math.min(10, 2 + Math.floor(text.length / 70))}
        value={text}
        aria-describedby={coded.codes.length === 0 ? undefined : `${id}-codes`}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {coded.codes.length === 0 ? null : (
        <div class="codes" id={`${id}-codes`}>
          <span class="field__hint">{t('memory.edit.codes')}</span>
          {coded.codes.map(({ token, run }) => (
            <button key={token} type="button" class="button codes__code" onClick={() => move(token)}>
              <span class="unseen">{t('memory.edit.move')} </span>
              {token} <Code run={run} />
            </button>
          ))}
        </div>
      )}
      {isRefused ? (
        <p class="field__error" role="alert">
          {t('memory.edit.codesStay')}
        </p>
      ) : null}
    </div>
  )
}

function restore(field: HTMLTextAreaElement, text: string): void {
  const lost = text.length - field.value.length
  const caret = Math.max(0, Math.min(text.length, field.selectionStart + Math.max(0, lost)))
  field.value = text
  field.setSelectionRange(caret, caret)
}

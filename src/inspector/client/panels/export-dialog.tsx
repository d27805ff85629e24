import type { Relation } from '../../../editing.ts'
import type { ExportPost } from '../../protocol.ts'
import { DialogFrame } from '../dialogs/frame.tsx'
import { countExported } from '../find/selection.ts'
import type { PartProps } from '../part.ts'
import { useState } from '../preact.ts'
import { exportFormats, fileWithFormat, formatOfFile, proposedFile } from './export-file.ts'
import { Checkbox, PercentField } from './fields.tsx'

const relations: readonly Relation[] = ['translation', 'partial', 'related']
const profiles: readonly ExportPost['profile'][] = ['plain', 'omegat', 'trados']

interface FormProps extends PartProps {
  readonly post: ExportPost
  change(part: Partial<ExportPost>): void
}

/** Asks what to export, and to where. */
export function ExportDialog(props: PartProps) {
  const { state, store, t } = props
  const [post, setPost] = useState<ExportPost>({
    to: proposedFile(state.sheet.name),
    relations: ['translation', 'partial'],
    minConfidence: 0,
    profile: 'plain',
    download: false,
  })
  const [isBusy, setBusy] = useState(false)
  const form: FormProps = { ...props, post, change: (part) => setPost({ ...post, ...part }) }
  const close = (): void => store.open(undefined)
  const count = countExported(state.editing.pair.beads, new Set(post.relations), post.minConfidence)
  return (
    <DialogFrame title={t('export.title')} closeLabel={t('dialog.close')} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setBusy(true)
          void store.export(post).finally(close)
        }}
      >
        <div class="dialog__body">
          <Where {...form} />
          <Which {...form} />
          <p class="dialog__figure" role="status">
            {t('export.count', { count })}
          </p>
        </div>
        <div class="dialog__actions">
          <button type="button" class="button" onClick={close}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" class="button button--main" disabled={isBusy || post.to.trim() === ''}>
            {t(isBusy ? 'export.busy' : 'export.go')}
          </button>
        </div>
      </form>
    </DialogFrame>
  )
}

function Where({ state, t, post, change }: FormProps) {
  const format = formatOfFile(post.to)
  const isMemory = format?.name === 'zmem'
  return (
    <>
      <div class="field">
        <label class="field__label" for="export-format">
          {t('export.format')}
        </label>
        <select
          id="export-format"
          class="field__input"
          value={format?.name ?? ''}
          onChange={(event) => {
            const wanted = exportFormats.find(({ name }) => name === event.currentTarget.value)
            if (wanted === undefined) return
            const to = fileWithFormat(post.to, wanted)
            change(wanted.name === 'zmem' ? { to, download: false } : { to })
          }}
        >
          {format === undefined && <option value="">—</option>}
          {exportFormats.map(({ name }) => (
            <option key={name} value={name}>
              {t(`export.format.${name}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label class="field__label" for="export-to">
          {t('export.to')}
        </label>
        <input
          id="export-to"
          data-first=""
          class="field__input"
          autocomplete="off"
          spellcheck={false}
          value={post.to}
          aria-describedby="export-where"
          onInput={(event) => change({ to: event.currentTarget.value })}
        />
        <p id="export-where" class="field__hint">
          {isMemory ? t('export.memory') : t('export.folder', { folder: state.sheet.folder })}
        </p>
        {!isMemory && (
          <Checkbox isOn={post.download} toggle={(download) => change({ download })}>
            {t('export.download')}
          </Checkbox>
        )}
      </div>
    </>
  )
}

function Which({ t, post, change }: FormProps) {
  const toggle = (relation: Relation, isOn: boolean): void =>
    change({ relations: relations.filter((each) => (each === relation ? isOn : post.relations.includes(each))) })
  return (
    <>
      <fieldset>
        <legend class="form__legend">{t('export.relations')}</legend>
        <div class="form__choices">
          {relations.map((relation) => (
            <Checkbox key={relation} isOn={post.relations.includes(relation)} toggle={(isOn) => toggle(relation, isOn)}>
              {t(`relation.${relation}`)}
            </Checkbox>
          ))}
        </div>
        <PercentField
          id="export-least"
          label={t('export.minConfidence')}
          value={post.minConfidence}
          change={(minConfidence) => change({ minConfidence })}
        />
        <p class="field__hint">{t('export.rule')}</p>
      </fieldset>
      {formatOfFile(post.to)?.name === 'tmx' && (
        <div class="field">
          <label class="field__label" for="export-profile">
            {t('export.profile')}
          </label>
          <select
            id="export-profile"
            class="field__input"
            value={post.profile}
            onChange={(event) =>
              change({ profile: profiles.find((profile) => profile === event.currentTarget.value) ?? 'plain' })
            }
          >
            {profiles.map((profile) => (
              <option key={profile} value={profile}>
                {t(`export.profile.${profile}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  )
}

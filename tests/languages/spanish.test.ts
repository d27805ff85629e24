import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguagePack } from '../../src/core/contracts.ts'
import { readColumn } from '../../src/languages/_shared/gazetteer-file.ts'
import { loadPack } from '../../src/languages/index.ts'

let pack: LanguagePack
beforeAll(async () => {
  pack = await loadPack('es')
})

const found = (text: string): string[] =>
  pack.entities(text, { start: 0, end: text.length }).map(({ span, key, kind, form, by }) => {
    const condition = by.includes(':if:') ? ` if ${by.slice(by.indexOf(':if:') + 4)}` : ''
    return `${text.slice(span.start, span.end)}=${key ?? `${kind}:${form}`}${condition}`
  })

describe('names of the list', () => {
  test.each([
    ['El Gobierno neerlandés y las empresas holandesas', ['neerlandés=place:NL', 'holandesas=place:NL']],
    ['en EE. UU. y en EE.UU.', ['EE. UU.=place:US', 'EE.UU.=place:US']],
    [
      'el mar del Este',
      ['mar del Este=place:sea-of-japan if place:KR', 'mar del Este=place:south-china-sea if place:VN'],
    ],
    ['la ministra de Asuntos Exteriores', ['ministra de Asuntos Exteriores=office:minister-foreign-affairs']],
    ['la Segunda Guerra Mundial', ['Segunda Guerra Mundial=event:world-war-ii']],
    [
      'el Pacto Internacional de Derechos Civiles y Políticos',
      ['Pacto Internacional de Derechos Civiles y Políticos=treaty:iccpr'],
    ],
    ['traducido al chino', ['chino=language:zh']],
    ['Nadie lo cree, se ha ido', []],
    ['con doscientos yuanes', ['doscientos yuanes=money:CNY:200']],
    ['El señor Julio Prado', ['Julio Prado=person:Julio Prado']],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names)
  })
})

describe('people', () => {
  test.each([
    ['el primer ministro vietnamita, Pham Van Hau, llegó', 'Pham Van Hau'],
    ['la ministra de Defensa de Japón, Yuki Mori, habló', 'Yuki Mori'],
    ['el presidente del Gobierno, Tomás de la Vega', 'Tomás de la Vega'],
    ['la Dra. Elena Ruiz y el Prof. Vidal', 'Elena Ruiz'],
  ])('%s', (text, name) => {
    expect(found(text)).toContain(`${name}=person:${name}`)
  })
})

describe.each(['es', 'vi'])('the column %s', (folder) => {
  const rows = readColumn(folder)
  const keys = rows.map(({ key }) => key)

  test('has only things that the English column has', () => {
    const english = new Set(readColumn('en').map(({ key }) => key))
    expect(keys.filter((key) => !english.has(key))).toEqual([])
    expect(new Set(keys).size).toBeGreaterThan(1500)
  })

  test('is in order of its keys, and no form of a key stands twice', () => {
    expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
    const ids = rows.map(({ key, form, condition = '' }) => [key, form, condition].join('|'))
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(rows.filter(({ form }) => form.trim() !== form || form === '')).toEqual([])
  })

  test('tests a form that stands for two things by the text', () => {
    const known = new Set([...keys, ...readColumn('en').map(({ key }) => key)])
    expect(rows.filter(({ condition }) => condition !== undefined && !known.has(condition))).toEqual([])
  })
})

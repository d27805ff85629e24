import { describe, expect, test } from 'vitest'
import { lengthOf } from '../../src/analyse/analyse.ts'
import { classifyBlocks } from '../../src/analyse/blocks.ts'
import type { Furniture } from '../../src/core/contracts.ts'
import { lineSpans } from '../../src/core/text.ts'

const furniture: Furniture = {
  afterwords: ['reacties', 'lees ook', 'more news'],
  menu: ['inloggen', 'deel dit artikel', 'cookie-instellingen'],
  captionStarts: ['foto:', 'beeld:'],
  captionParts: ['foto: ', 'beeld:', '© '],
  bylineStarts: ['door '],
  endMarks: ['(einde)'],
}

function roles(text: string): readonly string[] {
  const blocks = lineSpans(text)
    .filter((span) => span.end > span.start)
    .map((span) => ({ span, role: 'body' as const }))
  return classifyBlocks(text, blocks, furniture).map((block) => block.role)
}

const page = `Havenkrant
Nieuws
Sport
Inloggen
Brug over de haven gaat open
Door A. Visser
12-03-2024
De brug over de haven is vanochtend geopend. Honderden mensen liepen mee.
De nieuwe brug bij zonsopgang. Foto: A. Visser
De bouw duurde vier jaar en kostte 30 miljoen euro.
De nieuwe brug bij zonsopgang. Foto: A. Visser
Deel dit artikel
De burgemeester was tevreden. (einde)
Reacties (3)
Tunnel blijft nog een jaar dicht
Het werk aan de tunnel loopt uit. Dat meldt de gemeente.
Foto: gemeente`

describe('a web page', () => {
  test('keeps its article and sets everything else apart', () => {
    expect(roles(page)).toEqual([
      'boilerplate',
      'boilerplate',
      'boilerplate',
      'boilerplate',
      'heading',
      'byline',
      'byline',
      'body',
      'caption',
      'body',
      'boilerplate',
      'boilerplate',
      'body',
      'boilerplate',
      'boilerplate',
      'boilerplate',
      'boilerplate',
    ])
  })

  test('ends at an afterword only when teasers follow', () => {
    const article = 'Inloggen\nDoor A. Ons\nFoto: Anna\nHet eerste deel van de tekst staat hier.\nLees ook\n'
    const text = Array.from({ length: 6 }, (_, i) => `Zin nummer ${i} is een gewone zin. En er volgt er nog een.`)
    expect(roles(article + text.join('\n')).slice(-6)).toEqual(text.map(() => 'body'))
    const teasers = Array.from({ length: 6 }, (_, i) => `Kop van een ander bericht nummer ${i}`)
    expect(roles(article + teasers.join('\n')).slice(-6)).toEqual(teasers.map(() => 'boilerplate'))
  })
})

describe('a plain document', () => {
  test('loses nothing: short lines and repeated lines stay', () => {
    const text = 'Handleiding\nInhoud\nStart het programma.\nKlik op de knop.\nKlik op de knop.\nEinde'
    expect(roles(text)).not.toContain('boilerplate')
    expect(roles(text).at(0)).toBe('heading')
  })

  test('keeps headings that happen to be words of menus or begin like by-lines', () => {
    const text = 'Door de vensters bladeren\nInloggen\nEen zin staat hier.\nDoor alle vensters\nNog een zin.'
    expect(roles(text)).toEqual(['heading', 'heading', 'body', 'heading', 'body'])
  })

  test('takes a credit for one only when it is a word of its own', () => {
    expect(roles('Dat gaat bijvoorbeeld: zo.\nDat gaat bijvoorbeeld:\nDe haven, beeld: A. Visser')).toEqual([
      'body',
      'heading',
      'caption',
    ])
  })
})

test('lengths of Dutch and Chinese meet: a wide character counts for more', () => {
  expect(lengthOf('ab cd', 1)).toBe(4)
  expect(lengthOf('越南 ok', 2.6)).toBeCloseTo(7.2)
})

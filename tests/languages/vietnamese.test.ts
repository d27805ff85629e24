import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguagePack } from '../../src/core/contracts.ts'
import { loadPack } from '../../src/languages/index.ts'
import { foldTones } from '../../src/languages/vi/tones.ts'

let pack: LanguagePack
beforeAll(async () => {
  pack = await loadPack('vi')
})

const found = (text: string): string[] =>
  pack
    .entities(text, { start: 0, end: text.length })
    .map(({ span, key, kind, form }) => `${text.slice(span.start, span.end)}=${key ?? `${kind}:${form}`}`)

const norms = (text: string): string[] => {
  const all: string[] = []
  pack.words(text, { start: 0, end: text.length }, (_start, _end, norm) => all.push(norm))
  return all
}

describe('syllables', () => {
  test('have one norm for both places of the tone mark, composed or not', () => {
    expect(norms('Hoà bình, uỷ ban, khoẻ')).toEqual(['hòa', 'bình', 'ủy', 'ban', 'khỏe'])
    expect(norms('Hoà bình, uỷ ban, khoẻ'.normalize('NFD'))).toEqual(norms('Hòa bình, ủy ban, khỏe'))
  })

  test.each(['hoàn', 'quý', 'quỳ', 'toán', 'huỳnh', 'nguyễn'])('%s has one spelling', (syllable) => {
    expect(foldTones(syllable)).toBe(syllable)
  })
})

describe('names of the list', () => {
  test.each([
    ['Cộng hoà Xã hội chủ nghĩa Việt Nam', ['Cộng hoà Xã hội chủ nghĩa Việt Nam=place:VN']],
    ['Hà Nội và Ha Noi', ['Hà Nội=place:hanoi', 'Ha Noi=place:hanoi']],
    ['hội nghị cấp cao ASEAN', ['hội nghị cấp cao ASEAN=event:asean-summit']],
    ['Hội đồng Bảo an Liên Hiệp Quốc', ['Hội đồng Bảo an Liên Hiệp Quốc=org:un-security-council']],
    ['Mỷ và Phạp', []],
    ['Quan hệ Mỹ - Trung', ['Mỹ=place:US', 'Trung=place:CN']],
    ['Tổng thống Mỹ đến Đức', ['Tổng thống=office:president', 'Mỹ=place:US', 'Đức=place:DE']],
    ['Bà Nguyễn Ngọc Anh', ['Nguyễn Ngọc Anh=person:Nguyễn Ngọc Anh']],
    ['Chị Ngọc Anh và anh Đức', ['Ngọc Anh=person:Ngọc Anh']],
    ['Trung bình mỗi nhà có hai con', ['hai=number:2']],
    ['dịch từ tiếng Trung sang tiếng Hà Lan', ['tiếng Trung=language:zh', 'tiếng Hà Lan=language:nl']],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names)
  })

  test('are found in decomposed text', () => {
    const text = 'Thủ tướng Trần Văn Hậu thăm Nhật Bản và Biển Đông.'
    const keys = (each: string) => found(each).map((name) => name.replace(/^.*=/u, '').normalize('NFC'))
    expect(keys(text)).toEqual(['office:prime-minister', 'person:Trần Văn Hậu', 'place:JP', 'place:south-china-sea'])
    expect(keys(text.normalize('NFD'))).toEqual(keys(text))
  })
})

describe('people', () => {
  test.each([
    ['Bộ trưởng Bộ Quốc phòng Việt Nam Lê Văn Tám', 'Lê Văn Tám'],
    ['Bộ trưởng Ngoại giao Nhật Bản Tanaka Haruki', 'Tanaka Haruki'],
    ['PGS.TS. Đỗ Thị Lan', 'Đỗ Thị Lan'],
    ['cuộc gặp của Trần Thị Mai Hoa', 'Trần Thị Mai Hoa'],
  ])('%s', (text, name) => {
    expect(found(text)).toContain(`${name}=person:${name}`)
  })

  test.each(['đường Nguyễn Thị Lan', 'Trường Lê Quý Đôn Hà', 'Bộ trưởng Quốc phòng Việt Nam', 'Tổng thống Mỹ Carter'])(
    'none in %s',
    (text) => {
      expect(found(text).filter((name) => name.includes('person:'))).toEqual([])
    },
  )
})

import { describe, expect, test } from 'vitest'
import { checks } from '../../../src/memory/clean/checks/index.ts'
import type { CheckId } from '../../../src/memory/clean/finding.ts'
import { safeCheckIds } from '../../../src/memory/clean/plan.ts'
import { createCleanCounter } from '../../../src/memory/clean/summary.ts'
import { code, findAll, planOf, text, unitOf } from './made-units.ts'

const only = (...ids: CheckId[]) => ({ checks: checks.filter(({ id }) => ids.includes(id)) })
const older = { changed: '20200101T000000Z' }
const newer = { changed: '20230101T000000Z' }

describe('duplicates', () => {
  const same = [
    ['nl', 'Sla het bestand op.'],
    ['zh', '保存文件。'],
  ] as const
  const alike = [
    ['nl', 'sla het  bestand op'],
    ['zh', '保存 文件'],
  ] as const

  test('keep the reviewed before the newest before the most used', async () => {
    const units = [
      unitOf(1, same, newer),
      unitOf(2, alike, { ...older, state: 'accepted' }),
      unitOf(3, same, { ...newer, uses: 9 }),
    ]
    const reviewed = await findAll(units, only('duplicate'))
    expect(reviewed.map(({ key, others, fix }) => [key, others, fix])).toEqual([
      [1, [2], { remove: 1 }],
      [3, [2], { remove: 3 }],
    ])
    const used = await findAll(
      [units[0], units[2]].flatMap((unit) => unit ?? []),
      only('duplicate'),
    )
    expect(used.map(({ key, message }) => [key, message])).toEqual([[1, 'the same as unit 3, which was used more']])
  })

  test('are not what differs in a number, a sign, a question mark, a native code or the memory', async () => {
    const pairs = [
      ['Versie 1.5', '版本1.5'],
      ['Versie 15', '版本15'],
      ['C++', 'C++'],
      ['C', 'C'],
      ['Klaar?', '完成？'],
      ['Klaar.', '完成。'],
      ["we're", '我们是'],
      ['were', '我们是'],
      ['-5', '-5'],
      ['5', '5'],
    ] as const
    const units = pairs.map(([nl, zh], i) =>
      unitOf(i + 1, [
        ['nl', nl],
        ['zh', zh],
      ]),
    )
    const coded = ['<b>', '<i>'].map((data, i) =>
      unitOf(i + 20, [
        ['nl', [code('single', '1', data), text('Hallo')]],
        ['zh', '你好'],
      ]),
    )
    const elsewhere = unitOf(
      30,
      [
        ['nl', 'Klaar.'],
        ['zh', '完成。'],
      ],
      { memory: 'other' },
    )
    expect(await findAll([...units, ...coded, elsewhere], only('duplicate'))).toEqual([])
  })

  test('are what differs in ids of codes or in the order of languages', async () => {
    const units = [
      unitOf(1, [
        ['nl', [code('single', '1', '<br/>'), text('Hallo')]],
        ['zh', '你好'],
      ]),
      unitOf(2, [
        ['zh', '你好。'],
        ['nl', [code('single', '7', '<br/>'), text('hallo')]],
      ]),
    ]
    expect((await findAll(units, only('duplicate'))).map(({ key }) => key)).toEqual([2])
  })
})

describe('outdated translations', () => {
  const source = ['nl', 'Het ministerie maakte het besluit bekend.'] as const

  test('go when they are older and nobody approved them, and are reported else', async () => {
    const found = await findAll(
      [
        unitOf(1, [source, ['en', 'The department announced the decision.']], older),
        unitOf(2, [source, ['en', 'The ministry announced the decision.']], newer),
        unitOf(3, [source, ['en', 'The Ministry made the decision known.']]),
        unitOf(4, [source, ['en', 'the ministry announced the decision']], older),
      ],
      only('outdated'),
    )
    expect(found.map(({ key, fix, severity }) => [key, fix, severity])).toEqual([
      [1, { remove: 1 }, 'warning'],
      [3, undefined, 'warning'],
    ])
  })

  test('are not those of other sources or languages', async () => {
    const units = [
      unitOf(
        1,
        [
          ['nl', 'Open'],
          ['en', 'Open'],
        ],
        older,
      ),
      unitOf(
        2,
        [
          ['nl', 'open'],
          ['en', 'opened'],
        ],
        newer,
      ),
      unitOf(
        3,
        [
          ['nl', 'Open'],
          ['de', 'Öffnen'],
        ],
        newer,
      ),
    ]
    expect(await findAll(units, only('outdated'))).toEqual([])
  })
})

describe('lengths', () => {
  const words = 'de stad heeft vandaag een nieuw plan voor wegen en bruggen aan de raad gestuurd'.split(' ')
  const sentence = (count: number): string => Array.from({ length: count }, (_, i) => words[i % words.length]).join(' ')
  const rendered = (count: number): string =>
    '城市今天把新的道路计划交给议会'.repeat(9).slice(0, Math.round(count * 1.6))

  test('that stand out either way are found against the usual of the memory', async () => {
    const usual = Array.from({ length: 200 }, (_, i) => {
      const count = 14 + (i % 12)
      return unitOf(i + 1, [
        ['nl', sentence(count)],
        ['zh', rendered(count)],
      ])
    })
    const odd = [
      unitOf(301, [
        ['nl', sentence(25)],
        ['zh', rendered(5)],
      ]),
      unitOf(302, [
        ['nl', sentence(4)],
        ['zh', rendered(25)],
      ]),
      unitOf(303, [
        ['nl', 'VN'],
        ['zh', '联合国组织'],
      ]),
    ]
    const found = await findAll([...usual, ...odd], only('length'))
    expect(found.map(({ key }) => key)).toEqual([301, 302])
    expect(found[0]?.message).toMatch(/^zh is \d[\d.]* times shorter than usual beside nl$/)
  })

  test('that are usual in a memory are no findings, however unusual', async () => {
    const units = Array.from({ length: 150 }, (_, i) => {
      const count = 14 + (i % 12)
      return unitOf(i + 1, [
        ['nl', sentence(count)],
        ['zh', rendered(count / 4)],
      ])
    })
    expect(await findAll(units, only('length'))).toEqual([])
  })
})

describe('inline codes', () => {
  const [open, close, line] = [code('open', '1', '<b>'), code('close', '1', '</b>'), code('single', '2', '<br/>')]
  const found = async (nl: readonly ReturnType<typeof code>[], en: readonly ReturnType<typeof code>[]) =>
    (
      await findAll(
        [
          unitOf(1, [
            ['nl', [text('dag '), ...nl]],
            ['en', [text('day '), ...en]],
          ]),
        ],
        only('tags'),
      )
    ).map(({ message }) => message)

  test('that match are no finding, whatever their order or ids, nor are pairs that both sides cut', async () => {
    expect(await found([open, close, line], [line, code('open', '9', '<strong>'), code('close', '9', '')])).toEqual([])
    expect(await found([open, line], [line, open])).toEqual([])
  })
  test('that do not are named', async () => {
    expect(await found([open, close], [])).toEqual(['inline codes in nl and none in en'])
    expect(await found([open, close], [open, close, line])).toEqual(['<br/> stands in en alone'])
    expect(await found([line], [line, line])).toEqual(['<br/> stands more often in en than in nl'])
    expect(await found([open, close], [close, open])).toEqual(['<b> in en is not closed'])
  })
})

describe('plans', () => {
  test('take one repair after the other, and remove what then is empty', async () => {
    const units = [
      unitOf(1, [
        ['nl', 'Een cafÃ©  in de stad. '],
        ['en', 'A café in the city.'],
      ]),
      unitOf(2, [
        ['nl', 'Sla het bestand op.'],
        ['en', 'Â\u00a0'],
      ]),
      unitOf(3, [
        ['nl', 'Goed zo.'],
        ['en', ''],
        ['zh', '很好。'],
      ]),
    ]
    const { removes, replaces, conflicts } = planOf(await findAll(units, only(...safeCheckIds)))
    expect(removes).toEqual([{ key: 2 }])
    expect(conflicts).toEqual([])
    expect(replaces.map(({ key, unit }) => [key, unit.variants])).toEqual([
      [
        1,
        unitOf(1, [
          ['nl', 'Een café in de stad.'],
          ['en', 'A café in the city.'],
        ]).unit.variants,
      ],
      [
        3,
        unitOf(3, [
          ['nl', 'Goed zo.'],
          ['zh', '很好。'],
        ]).unit.variants,
      ],
    ])
  })

  test('exchange the texts of swapped languages and keep the source first', async () => {
    const units = [
      unitOf(1, [
        ['nl', '保存文件'],
        ['zh', 'Sla op'],
      ]),
    ]
    const [replaced] = planOf(await findAll(units, only(...safeCheckIds))).replaces
    expect(replaced?.unit.variants).toEqual(
      unitOf(1, [
        ['nl', 'Sla op'],
        ['zh', '保存文件'],
      ]).unit.variants,
    )
  })

  test('leave what was not chosen', async () => {
    const units = [
      unitOf(1, [
        ['nl', 'Een cafÃ©  in de stad.'],
        ['en', 'A café in the city.'],
      ]),
    ]
    const { replaces } = planOf(await findAll(units, only('white-space', 'encoding')), ['white-space'])
    expect(replaces.map(({ unit }) => unit.variants[0]?.content)).toEqual([[text('Een cafÃ© in de stad.')]])
    expect(planOf(await findAll(units, only('white-space')), [])).toEqual({
      removes: [],
      replaces: [],
      conflicts: [],
    })
  })

  test('never remove a unit for the sake of one that goes too', () => {
    const finding = { memory: 'main', severity: 'info', message: '', places: [], texts: [] } as const
    const plan = planOf(
      [
        { ...finding, check: 'duplicate', key: 1, others: [2], fix: { remove: 1 } },
        { ...finding, check: 'same-as-source', key: 2, others: [], fix: { remove: 2 } },
        { ...finding, check: 'duplicate', key: 3, others: [4], fix: { remove: 3 } },
        { ...finding, check: 'outdated', key: 4, others: [3], fix: { remove: 4 } },
        { ...finding, check: 'duplicate', key: 5, others: [6], fix: { remove: 5 } },
        { ...finding, check: 'outdated', key: 6, others: [7], fix: { remove: 6 } },
      ],
      ['duplicate', 'outdated', 'same-as-source'],
    )
    expect(plan.removes).toEqual([{ key: 2 }, { key: 5, heir: 7 }, { key: 6 }])
    expect(plan.conflicts.map(({ key }) => key)).toEqual([1, 3, 4])
  })
})

test('a summary counts findings, fixes and units, and keeps a few samples', async () => {
  const units = Array.from({ length: 9 }, (_, i) =>
    unitOf(i + 1, [
      ['nl', `Bestand ${i} is weg`],
      ['en', ''],
    ]),
  )
  const counter = createCleanCounter(checks, 2)
  for (const finding of await findAll(units, only('empty', 'length', 'tags'))) counter.add(finding)
  const summary = counter.summary()
  expect(summary).toMatchObject({ findings: 9, units: 9 })
  expect(summary.checks.find(({ check }) => check === 'empty')).toMatchObject({
    found: 9,
    fixable: 9,
    removes: 9,
    isSafe: true,
  })
  expect(summary.checks.flatMap(({ samples }) => samples)).toHaveLength(2)
})

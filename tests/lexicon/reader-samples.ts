import { gzipSync } from 'node:zlib'

/** A small file of one kind, written for the tests, and what is in it. */
export interface Sample {
  readonly reader: string
  /** Files by name; the first one is read. */
  readonly files: readonly (readonly [name: string, content: string | Uint8Array])[]
  readonly languages: readonly string[]
  /** Renderings by language, one row a line: `nl: kade, kaai | zh: 码头`. */
  readonly rows: readonly string[]
  /** How many entries are left out. */
  readonly skipped: number
  /** A broken entry to put in the middle of the first file, after this text. */
  readonly bad: readonly [after: string, entry: string]
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n'

const tei = `${xml}<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Dutch-English made dictionary</title></titleStmt>
<publicationStmt><availability><licence target="https://creativecommons.org/licenses/by-sa/4.0/">as named</licence></availability></publicationStmt></fileDesc></teiHeader>
<text><body>
<entry><form><orth>sluisdeur</orth><pron>x</pron></form><gramGrp><pos>n</pos></gramGrp><sense><cit type="trans" xml:lang="en"><quote>lock gate</quote></cit><cit type="trans"><quote>sluice gate</quote></cit></sense></entry>
<entry><form><orth>aanmeren</orth></form><gramGrp><pos>v</pos></gramGrp><sense><cit type="trans"><quote>moor</quote></cit></sense></entry>
<entry><form><orth>leeg</orth></form><sense/></entry>
<entry><form><orth>wijzer</orth></form><trans><tr>pointer</tr></trans></entry>
</body></text></TEI>
`

const tbx2 = `${xml}<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="c1"><langSet xml:lang="nl-NL"><tig><term>kade</term><termNote type="partOfSpeech">noun</termNote></tig><tig><term>wal</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig><ntig><termGrp><term>kaai</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig></langSet><langSet xml:lang="zh-CN"><tig><term>码头</term></tig></langSet></termEntry>
<termEntry id="c2"><langSet xml:lang="nl-NL"><tig><term>alleen</term></tig></langSet></termEntry>
<termEntry id="c3"><langSet xml:lang="nl-NL"><tig><term>los<hi>plaats</hi></term></tig></langSet><langSet xml:lang="zh-CN"><tig><term>卸货点</term></tig></langSet></termEntry>
</body></text></martif>
`

const tbx3 = `${xml}<tbx type="TBX-Min" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="c1"><langSec xml:lang="nl"><termSec><term>bolder</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec><langSec xml:lang="en"><termSec><term>bollard</term></termSec></langSec></conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="nl"><termSec><term>tros</term></termSec></langSec><langSec xml:lang="en"><termSec><term>hawser</term></termSec><termSec><term>rope</term><min:administrativeStatus>superseded</min:administrativeStatus></termSec></langSec></conceptEntry>
</body></text></tbx>
`

const tmx = `${xml}<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="nl" datatype="plaintext"/><body>
<tu><tuv xml:lang="nl"><seg>De sluisdeur.</seg></tuv><tuv xml:lang="zh-CN"><seg>闸门。</seg></tuv></tu>
<tu><tuv xml:lang="nl"><seg>Gisteren ging de oude sluis na zeven jaar eindelijk weer open.</seg></tuv><tuv xml:lang="zh-CN"><seg>老船闸昨天在七年后终于重新开放。</seg></tuv></tu>
<tu><tuv xml:lang="nl"><seg>vaarweg</seg></tuv><tuv xml:lang="zh-CN"><seg>航道</seg></tuv></tu>
<tu><tuv xml:lang="nl"><seg>vaarweg</seg></tuv><tuv xml:lang="zh-CN"><seg>航道</seg></tuv></tu>
</body></tmx>
`

const cedict = `# CC-CEDICT made for a test
#! license=https://creativecommons.org/licenses/by-sa/4.0/
碼頭 码头 [ma3 tou5] /wharf; quay/landing (for boats)/CL:座[zuo4]/
航道 航道 [hang2 dao4] /waterway/
入塢 入坞 [ru4 wu4] /to dock (of a ship)/
馬頭 马头 [ma3 tou2] /variant of 碼頭|码头[ma3 tou5]/
試詞 试词 [shi4 ci2] /(made word that is explained at great length and never rendered by anything short)/
`

const wordnet = `# Made Wordnet\tnld\thttps://example.org\tCC BY-SA 4.0
00000001-n\tnld:lemma\tkade
00000001-n\tnld:lemma\tkaai
00000002-v\tlemma\taan_meren
00000002-v\tnld:def 0\tvastleggen aan de wal
`

interface DictEntry {
  readonly words: readonly string[]
  readonly text: string
}
const dictEntries: readonly DictEntry[] = [
  {
    words: ['00databaseinfo'],
    text: '00-database-info\nUnder the GNU General Public License ver. 2.0 and any later version.\n',
  },
  { words: ['00databaseshort'], text: '00-database-short\nDutch-English made dictionary\n' },
  { words: ['sluisdeur', 'sluisdeuren'], text: 'sluisdeur /x/ <n>\n1. lock gate, sluice gate\n2. floodgate (large)\n' },
  { words: ['leeg'], text: 'leeg\n   Synonym: {niets}\n' },
  { words: ['veerpont'], text: 'veerpont /x/\nferry\n' },
]
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64 = (value: number): string =>
  (value >= 64 ? base64(Math.floor(value / 64)) : '') + digits.charAt(value % 64)

function dictFiles(): readonly [index: string, text: string] {
  let text = ''
  const lines: string[] = []
  for (const entry of dictEntries) {
    const start = Buffer.byteLength(text)
    for (const word of entry.words) lines.push(`${word}\t${base64(start)}\t${base64(Buffer.byteLength(entry.text))}`)
    text += entry.text
  }
  return [`${lines.sort().join('\n')}\n`, text]
}
const [dictIndex, dictText] = dictFiles()

export const samples: readonly Sample[] = [
  {
    reader: 'table',
    files: [['terms.tsv', 'nl\tzh\tremark\nkade;kaai\t码头\tused here\n\t孤立\t\nsluis deur\t闸门\t\n']],
    languages: ['nl', 'zh'],
    rows: ['nl: kade, kaai | zh: 码头', 'nl: sluis deur | zh: 闸门'],
    skipped: 1,
    bad: ['used here\n', '\t\t\t\t\n'],
  },
  {
    reader: 'table',
    files: [['terms.csv', 'en,nl\n"lock, small",sluisje\n']],
    languages: ['en', 'nl'],
    rows: ['en: lock, small | nl: sluisje'],
    skipped: 0,
    bad: ['en,nl\n', ',\n'],
  },
  {
    reader: 'tbx',
    files: [['terms.tbx', tbx2]],
    languages: ['nl', 'zh'],
    rows: ['nl: kaai, kade | zh: 码头', 'nl: losplaats | zh: 卸货点'],
    skipped: 1,
    bad: ['<body>\n', '<termEntry><langSet><tig/></langSet></termEntry>\n'],
  },
  {
    reader: 'tbx',
    files: [['terms-3.tbx', tbx3]],
    languages: ['nl', 'en'],
    rows: ['nl: bolder | en: bollard', 'nl: tros | en: hawser'],
    skipped: 0,
    bad: ['<body>\n', '<conceptEntry/>\n'],
  },
  {
    reader: 'tmx',
    files: [['memory.tmx', tmx]],
    languages: ['nl', 'zh'],
    rows: ['nl: De sluisdeur | zh: 闸门', 'nl: vaarweg | zh: 航道'],
    skipped: 2,
    bad: ['<body>\n', '<tu><tuv xml:lang="nl"><seg>?!</seg></tuv><tuv xml:lang="zh-CN"><seg>…</seg></tuv></tu>\n'],
  },
  {
    reader: 'dictd',
    files: [
      ['made-nld-eng.index', dictIndex],
      ['made-nld-eng.dict.dz', gzipSync(dictText)],
    ],
    languages: ['nl', 'en'],
    rows: ['nl: sluisdeur | en: lock gate, sluice gate, floodgate', 'nl: veerpont | en: ferry'],
    skipped: 1,
    bad: ['', 'kapot\tzzzz\tB\n'],
  },
  {
    reader: 'tei',
    files: [['made.tei', tei]],
    languages: ['nl', 'en'],
    rows: ['nl: sluisdeur | en: lock gate, sluice gate', 'nl: aanmeren | en: moor', 'nl: wijzer | en: pointer'],
    skipped: 1,
    bad: ['<body>\n', '<entry><form/><sense><cit type="trans"/></sense></entry>\n'],
  },
  {
    reader: 'cedict',
    files: [['cedict_ts.u8', cedict]],
    languages: ['zh', 'en'],
    rows: ['zh: 码头, 碼頭 | en: wharf, quay, landing', 'zh: 航道 | en: waterway', 'zh: 入坞, 入塢 | en: dock'],
    skipped: 2,
    bad: ['4.0/\n', '碼頭 码头 [ma3\n'],
  },
  {
    reader: 'wordnet',
    files: [['wn-data-nld.tab', wordnet]],
    languages: ['nl'],
    rows: ['nl: kade, kaai', 'nl: aan meren'],
    skipped: 0,
    bad: ['4.0\n', '00000009-n\tnld:lemma\n'],
  },
]

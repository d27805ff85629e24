import type { CountryCharacters } from '../_shared/country-compounds.ts'

/** Countries that one syllable, or one Chinese character in a headline, stands for; own list of conventions of the press. */
export const countryCharacters: CountryCharacters = {
  certainCountries: '한KR 미US 일JP 중CN 러RU 베VN 호AU 韓KR 美US 日JP 中CN 露RU 英GB 獨DE 佛FR 越VN',
  possibleCountries: '북KP 北KP 영GB 독DE 불FR 인IN 태TH 비PH 대TW 캐CA 이IT 유EU 소RU 몽MN 싱SG 필PH 우UA',
  framedCountries: '',
  framesBefore: '방주대친반재탈월',
  sureFramesBefore: '방',
  framesBehind:
    '측 군 정부 국 _정부 _국무부 _국방부 _대통령 _의회 _하원 _상원 _재무부 _연준 _언론 _당국 _외교부 _총리 _해군 _공군 -베트남 ·베트남 -아세안 ·아세안 -EU ·EU -인도네시아 ·인도네시아 -태국 ·태국 -필리핀 ·필리핀 -인도 ·인도 -호주 ·호주 -캐나다 ·캐나다 -우크라이나 ·우크라이나 -러시아 ·러시아 -나토 ·나토 -몽골 ·몽골 -영국 ·영국 -독일 ·독일 -프랑스 ·프랑스 -네덜란드 ·네덜란드',
  relationWords: `
    관계 동맹 정상 회담 회의 협력 교류 무역 양국 외교 국방 군사 연합 합동 공동 갈등 분쟁 전쟁 국경 수교 우호 경제 안보 외무 외교장관 간 사이
    통상 자유무역 협정 조약 FTA 공조 관세 패권 경쟁 친선 삼각 3국 양자 고위급 실무 훈련 대화 접경 방위 대사 주둔 미사일 핵 상호 전략 수출 수입 투자 압박 제재 특사 정책`,
  ordinaryWords: `
    대한|주일|주중|대중|재미|반일|반미|대미|대일|대북|일중|영미|북미|한인|한독|독일|일독|대인|대비|미인|미비|미대|중대|중미|중독|한영|한대|인중|주인
    |주이|주한|주미|주북|반중|친일|친북|이태|북한|일인|중이|소중|소일|일대|대이|미소|소미|영이|이영|일영|영인|인영|한소|유일|이유|이미|미이|이중|이일
    |일이|대유|우대|대우|우중|우한|우미|비중|비인|비일|재이|재인|친이|반한|반인|반대|주유|방인|방이|방비|방우|방소|방유|방영|방대|월북|탈북|중소`,
  ordinaryStarts:
    '미래 미리 미국 미수 미만 일부 일본 일반 일정 일종 일자 중국 중요 중간 중심 중앙 한국 한편 한다 영국 독일 독립 북한 북부 북쪽 대통 대표 대규',
  separators: '·・･‧ㆍ-',
}

/** Full stops that end no sentence, and what goes on after a quotation; own lists. */
export const sentenceWords = {
  abbreviations: {
    never:
      'dr. mr. mrs. ms. prof. st. vs. no. p. pp. vol. jr. sr. co. inc. ltd. corp. u.s. u.n. e.g. i.e. cf. etc. art. fig.',
    beforeCapital: '',
    beforeStarter: '',
    beforeNumber: '',
  },
  starters: '',
  particles: '',
  beforeLetter: '',
  shoutingNames: 'yahoo!',
} as const

/** Words that go on with the sentence around a quotation, behind a space too. */
export const afterQuote =
  '하고 라고 이라고 라며 이라며 고 며 라는 이라는 란 이란 는 은 라면서 이라면서 하며 하는 를 을 에 의 와 과'

/** A full stop behind the ending of a verb or a quotation, with the next sentence glued to it. */
export const gluedStop = /(?<=[다요죠까]["”’]?)\.(?=["“‘]?\p{Script=Hangul}{2})/gu

/** Endings that particles are told from: 회의 (meeting) has no particle 의. */
export const keptEndings = `
  회의 주의 정의 합의 협의 동의 논의 심의 결의 문의 강의 창의 제의 편의 예의 토의 건의 유의 의의 호의 명의 상의 국가 작가 평가 증가 참가 물가 추가 휴가 허가 원가 주가 유가 전문가
  정치가 사업가 음악가 화가 활동가 대가 단가 시가 인가 제도 태도 정도 속도 의도 온도 지도 인도 보도 수도 철도 반도 각도 강도 고도 밀도 독도 시도 기도 유도 주도 군도 열도 빈도
  한도 년도 진도 궤도 습도 농도 불만 대만 오만 사이 차이 높이 길이 깊이 놀이 아이 어린이 나이 종이 넓이 대로 도로 서로 새로 주로 바로 회로 경로 항로 진로 통로 선로 별로 하나
  결과 효과 성과 통과 초과 경과 부과 학과 교과 과과 평화와 기은 이은 마을 가을 겨울 노을 시은 다나 해나 제주도 한반도 베트남인 고을 보은 조은`

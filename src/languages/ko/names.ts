/** Glued to short names of places and organisations: 미국 + 정부; own list. */
export const nameHeads = `
  정부 군 측 인 어 산 제 행 발 식 계 령 시 주 형 권 국 당국 국민 총리 대통령 외교 국방 해군 공군 육군 총회 안보리 회원국 정상 전역 본부 본토 남부
  북부 동부 서부 중부 지역 시민 주재 출신 영토 경제 언론 매체 기업 외무 대사 영사관 의회 국회 학생 여행 관광 팀 대표 선수 방문 전쟁 사태 문제 관계
  수도 국가 사람 정상회담 정상회의 사무총장 헌장 결의 제재 평화 헌법`

/** Glued before them. */
export const namePrefixes = '주 대 친 반 재 방 전 현 신 구 범 비 탈 남 북 동 서 약'

/** What stands behind a person's name; own list. */
export const personTitles = `
  대통령 부통령 총리 부총리 장관 차관 주석 국가주석 부주석 서기장 총비서 위원장 부위원장 국무위원장 의장 부의장 국회의장 대사 공사 총영사 의원 지사 시장 도지사 사령관 대변인
  사무총장 총장 대표 원장 국장 실장 처장 청장 회장 사장 이사장 행장 총재 교수 박사 변호사 판사 검사 기자 특파원 감독 선수 작가 감독 배우 가수 목사 신부 추기경 교황
  국왕 왕세자 왕비 천황 일왕 여왕 대장 중장 소장 준장 대령 중령 소령 대위 장군 제독 상원의원 하원의원 씨 여사 선생 국무장관 국방장관 외무장관 외교부장
  외교장관 방위상 외무상 외상 재무장관 수석 비서관 보좌관 안보보좌관 특사 당수 총서기 후보 최고경영자`

/** Korean surnames of one syllable, in order of how many bear them (own list). */
export const surnames = `
  김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 홍 전 고 문 손 양 배 백 허 남 심 노 하 곽 성 차 주 우 구 민 진 나 지 엄 채 원 천 방 공 현
  함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 라 왕 금 옥 육 인 맹 제 모 탁 국 어 은 편 용 리`

/** Titles before which a word is a foreign name sooner than anything else, and last syllables of words that are none; own list. */
export const sureTitles = '대통령 총리 주석 국가주석 서기장 국무장관 국방장관 국왕 외무장관 외교부장'
export const noNameEnds = '은는이가을를의에와과도만로인한된할당회부국군측원적직기별간성상중등들위형권제'

/** Japanese surnames as Korean writes them (own list): the given name follows behind a space. */
export const japaneseSurnames = `
  기시다 기시 아베 스가 이시바 다카이치 아소 고이즈미 모테기 하야시 고노 나카타니 기하라 하마다 가미카와 이와야 사토 스즈키 다카하시 다나카 이토 와타나베 야마모토 나카무라 고바야시 가토 요시다 야마다 사사키
  야마구치 마쓰모토 이노우에 기무라 시미즈 야마자키 모리 이케다 하시모토 후쿠다 오타 후지이 오카다 무라야마 하토야마 간 노다 호소카와 오부치 나카소네 니카이 에다노 이즈미 다마키 니시무라 마쓰노 오노데라`

/** What looks like a person's name before such a title, but is none. */
export const notPeople = `
  한국의 한국은 한국을 정부은 이란은 이란을 조선은 조선을 이들은 우리는 이날은 이곳은 미국의 중국의 일본의 정부의 외교부 국방부 통일부 법무부 교육부 환경부 노동부 재무부 내무부 국무부 외무부 상무부 농무부 문체부 복지부 기재부 산업부 국토부 과기부
  초대 역대 차기 여성 최연소 과도정부 임시정부 새로운 강력한 민선 여가부 중기부 해수부 보훈부 행안부 신임 전임 현직 전직 최고 부위원 공동 특별 수석 선임 해당 양국 각국 당시 이번 전국 국가 현지 지역 국방 외교 외무 통일
  남북한 한반도 유럽의 전세계 서울시 부산시 인천시 대구시 광주시 대전시 울산시 제주도 경기도 강원도 도쿄도 여러 모든 주요 고위급 상원 하원 민주당 공화당 공산당 자민당 조선의 조국의
  위원회 원내 방위성 외무성 재무성 성명서 연합군 공군의 해군의 육군의 한미일 한중일 우리의 이란의 인도의 나토의 유엔의 장성급`

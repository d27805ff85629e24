import type { Surfaces } from '../_shared/quantities/data.ts'

/** Native numerals, with the short forms that stand before counters. */
// biome-ignore format: rows of words read better unbroken
export const nativeNumerals: Readonly<Record<string, number>> = {
  하나: 1, 한: 1, 둘: 2, 두: 2, 셋: 3, 세: 3, 석: 3, 넷: 4, 네: 4, 넉: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9,
  스물: 20, 스무: 20, 서른: 30, 마흔: 40, 쉰: 50, 예순: 60, 일흔: 70, 여든: 80, 아흔: 90,
}

/** What is counted, as counters and as nouns that are counted without one. */
// biome-ignore format: rows of words read better unbroken
export const counters: Surfaces = [
  '명', '사람', '개', '개국', '나라', '국가', '곳', '가지', '차례', '번', '회', '건', '대', '척', '권', '장', '마리',
  '그루', '채', '쌍', '벌', '켤레', '송이', '자루', '병', '잔', '그릇', '조각', '편', '통', '통의', '줄', '층', '배',
  '가구', '호', '동', '점', '종', '종류', '분야', '항목', '단계', '부류', '세대', '세력', '정상', '장관', '도시',
  '지역', '기관', '단체', '기업', '회사', '업체', '학교', '대학', '팀', '그룹', '당사국', '회원국', '개사', '개소', '개월',
  '정당', '주체', '문제', '원칙', '방안', '과제', '협정', '조약', '문서', '선수', '아이', '자녀', '형제', '여성', '남성',
  '어린이', '학생', '국민', '주민', '시민', '군인', '병사', '대표', '위원', '의원', '측', '쪽', '인', '만명', '킬로미터',
  '미터', '센티미터', '밀리미터', '킬로', '톤', '킬로그램', '그램', '리터', '헥타르', '평', '제곱미터', '제곱킬로미터',
  '마일', '해리', '메가와트', '킬로와트', '와트', '표', '자', '글자', '쪽', '페이지', 
  '좌석', '가족', '세대', '군데', '개 도시', '다리',
]

/** Stand before a numeral inside one word. */
export const leads: Surfaces = ['제', '약', '총', '의', '최']

/** Words that are spelt like numerals. */
// biome-ignore format: rows of words read better unbroken
export const notNumerals: Surfaces = [
  '구조', '사조', '오조', '이조', '일조', '육조', '이사', '사이', '오이', '구이', '일이', '이일', '사일', '오일', '육일',
  '일일', '일만', 
  '조사', '영이', '공사', '공이', '영사', '영구', '영일', '공조', '공구', '이구', '삼사', '사오', '오육', '육칠',
  '칠팔', '팔구', '이삼', '두세', '서너', '일경', '이경', '오경', '사경', '공일', '구사', '세이', '세공',
  '한일', '이륙', '두만', '세일', '네이', '한이', '한조', '열이', '열사', '열공', 
  '한공', '한영', '한사', '한구', '두구', '세구', '세사', '구일',
]

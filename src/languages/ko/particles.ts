/** Particles and endings that are glued to nouns, by which a match may be followed inside one word; own list. */
// biome-ignore format: rows of words read better unbroken
export const particles: readonly string[] = [
  '은', '는', '이', '가', '을', '를', '의', '에', '와', '과', '도', '만', '로', '으로', '까지', '부터', '보다', '처럼', '마다', '씩',
  '쯤', '께', '째', '경', '당', '여', '들', '뿐', '나', '라', '다', '인', '입니다', '였', '며', '하고', '든', '조차', '마저',
  '꼴', '제', '짜리', '가량', '정도', '이상', '이하', '미만', '초과', '이내', '동안', '만에', '치', '내', '후', '전', '뒤', '말', '초',
  '규모', '어치', '남짓', '때', '생', '급',
]

const plural = '(?:들|측|등)?'
const cases =
  '(?:에서부터|에서|에게서|에게|께서|으로부터|로부터|으로서|로서|으로써|로써|으로|로|에|까지|부터|보다|처럼|만큼|만|과|와|이나|나|하고|뿐|마다|조차|마저)?'
const topics = '(?:은|는|도|만|의|이|가|을|를)?'
const copulas =
  '(?:이다|다|입니다|이며|며|이고|고|이라고|라고|이라는|라는|이란|란|이었다|였다|이었던|였던|인|이지만|지만|이자|자|이라|라|이든|든|이므로|므로|이면|면|이라며|라며)'

/** The whole of what may follow a name inside its word: particles in their order, or a form of the copula. */
export const nameEnding = new RegExp(`^${plural}(?:${cases}${topics}|${copulas})$`, 'u')

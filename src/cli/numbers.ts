/** `124,263`. */
export const number = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',')

/** `12 kB`, `3.4 MB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`

/** `1 unit`, `1,200 units`. */
export const counted = (value: number, noun: string): string => `${number(value)} ${noun}${value === 1 ? '' : 's'}`

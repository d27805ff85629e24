/** `20260131T120000Z` of an ISO 8601 time; undefined when it is none. */
export function tmxDate(iso: string): string | undefined {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.\d+|[-:]/gu, '')
}

/** True for times as TMX writes them. */
export const isTmxDate = (text: string): boolean => /^\d{8}T\d{6}Z$/u.test(text)

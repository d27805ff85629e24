import { afterEach, expect, test } from 'vitest'
import { changedSeconds, secondsOf } from '../../src/memory/dates.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const noon = Date.UTC(2031, 0, 3, 12) / 1000

test.each(['Asia/Tokyo', 'America/New_York', 'UTC'])('a time is the same on a machine in %s', (place) => {
  process.env.TZ = place
  const times = ['2031-01-03T12:00:00', '2031-01-03T12:00', '2031-01-03 12:00:00', '20310103T120000Z', '1/3/2031 12:00']
  expect(times.map(secondsOf)).toEqual(times.map(() => noon))
  const withZone = [
    '2031-01-03T12:00:00Z',
    '2031-01-03T13:00:00+01:00',
    '2031-01-03T07:00:00-0500',
    'Fri, 03 Jan 2031 12:00:00 UT',
    'Fri Jan 03 2031 13:00:00 GMT+0100 (CET)',
  ]
  expect(withZone.map(secondsOf)).toEqual(withZone.map(() => noon))
  expect(['2031-01-03', '2031-01', '2031'].map(secondsOf)).toEqual([
    Date.UTC(2031, 0, 3) / 1000,
    Date.UTC(2031, 0) / 1000,
    Date.UTC(2031, 0) / 1000,
  ])
  expect(changedSeconds({ '@changedate': '2031-01-03T12:00:00' })).toBe(noon)
})

test.each(['', 'yesterday', '20310103', '2031-13-01T12:00:00', 'Z'])('%j is no time', (text) => {
  expect(secondsOf(text)).toBeUndefined()
})

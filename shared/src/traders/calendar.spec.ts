import { describe, expect, it } from '@jest/globals';
import { afterQuiet, dayOf, nextHour, windowOf } from './calendar';

const iso = ({ from, until }: { from: Date; until: Date }): string[] => [
  from.toISOString(),
  until.toISOString(),
];

describe('windows of a spending limit', () => {
  it('begin and end at midnight of the company, not of the server', () => {
    const at = new Date('2026-11-22T22:30:00.000Z');
    expect(iso(windowOf('day', at, 'Asia/Riyadh'))).toEqual([
      '2026-11-22T21:00:00.000Z',
      '2026-11-23T21:00:00.000Z',
    ]);
    expect(dayOf(at, 'Asia/Riyadh')).toBe('2026-11-23');
    expect(iso(windowOf('day', at, 'Europe/London'))[0]).toBe('2026-11-22T00:00:00.000Z');
  });

  it.each([
    ['the last millisecond of a month', '2026-11-30T20:59:59.999Z', '2026-10-31T21:00:00.000Z'],
    ['its first moment', '2026-11-30T21:00:00.000Z', '2026-11-30T21:00:00.000Z'],
  ])('a month holds %s', (_, at, from) => {
    expect(windowOf('month', new Date(at), 'Asia/Riyadh').from.toISOString()).toBe(from);
  });

  it('a week begins on Sunday in Riyadh and on Monday in Oslo', () => {
    const wednesday = new Date('2026-11-25T12:00:00.000Z');
    expect(dayOf(windowOf('week', wednesday, 'Asia/Riyadh').from, 'Asia/Riyadh')).toBe('2026-11-22');
    expect(dayOf(windowOf('week', wednesday, 'Europe/Oslo').from, 'Europe/Oslo')).toBe('2026-11-23');
  });

  it('a day on which the clocks change has 23 or 25 hours', () => {
    const hours = (at: string): number => {
      const { from, until } = windowOf('day', new Date(at), 'Europe/Oslo');
      return (until.getTime() - from.getTime()) / 3_600_000;
    };
    expect(hours('2026-03-29T12:00:00.000Z')).toBe(23);
    expect(hours('2026-10-25T12:00:00.000Z')).toBe(25);
  });

  it('a year ends with the year', () => {
    expect(iso(windowOf('year', new Date('2026-12-31T22:00:00.000Z'), 'Asia/Riyadh'))).toEqual([
      '2026-12-31T21:00:00.000Z',
      '2027-12-31T21:00:00.000Z',
    ]);
  });
});

describe('quiet hours', () => {
  const night = { from: 22, to: 7 };

  it.each([
    ['in the evening', '2026-11-22T19:30:00.000Z', '2026-11-23T04:00:00.000Z'],
    ['after midnight', '2026-11-22T23:30:00.000Z', '2026-11-23T04:00:00.000Z'],
    ['at noon', '2026-11-22T09:00:00.000Z', '2026-11-22T09:00:00.000Z'],
    ['at their end', '2026-11-23T04:00:00.000Z', '2026-11-23T04:00:00.000Z'],
  ])('a mail due %s leaves when they are over', (_, at, leaves) => {
    expect(afterQuiet(new Date(at), night, 'Asia/Riyadh').toISOString()).toBe(leaves);
  });

  it('the next eight in the morning is today or tomorrow', () => {
    expect(nextHour(new Date('2026-11-22T04:59:00.000Z'), 8, 'Asia/Riyadh').toISOString()).toBe(
      '2026-11-22T05:00:00.000Z',
    );
    expect(nextHour(new Date('2026-11-22T05:00:00.000Z'), 8, 'Asia/Riyadh').toISOString()).toBe(
      '2026-11-23T05:00:00.000Z',
    );
  });
});

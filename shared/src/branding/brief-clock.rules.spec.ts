import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBusinessDay } from '../payments/payments.rules';
import {
  addBusinessMs,
  businessMs,
  FIRST_PROOF_DAYS,
  PROOF_REMINDER_HOURS,
  promisedAt,
  REVISION_DAYS,
  remindersDue,
  type Turn,
  type TurnSide,
  workDueAt,
} from './brief-clock.rules';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const at = (text: string): Date => new Date(text);
const anInstant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 5, 1) })
  .map((ms) => new Date(ms));
const aSpan = fc.integer({ min: 1, max: 10 * DAY });

/** Turns one after the other from an instant on, each as long as it was given in business time; the last is open. */
function turnsOf(
  from: Date,
  spans: readonly { readonly side: TurnSide; readonly leg: number; readonly ms: number }[],
): Turn[] {
  let now = from;
  return spans.map(({ side, leg, ms }, index) => {
    const start = now;
    now = addBusinessMs(now, ms);
    return { side, leg, from: start, until: index === spans.length - 1 ? null : now };
  });
}

describe('business time in Riyadh', () => {
  it.each([
    ['Sunday morning', '2026-11-22T07:00:00Z', '2026-11-24T07:00:00Z'],
    ['Thursday morning, over the weekend', '2026-11-26T07:00:00Z', '2026-11-30T07:00:00Z'],
    ['Friday, from the first moment of Sunday', '2026-11-27T12:00:00Z', '2026-11-30T21:00:00Z'],
    ['the day before Foundation Day of 2026', '2026-02-19T07:00:00Z', '2026-02-24T07:00:00Z'],
  ])('two days from %s', (_, from, until) => {
    expect(addBusinessMs(at(from), 2 * DAY).toISOString()).toBe(at(until).toISOString());
  });

  it('added is counted again, to the millisecond, from any moment', () => {
    fc.assert(
      fc.property(anInstant, aSpan, (from, ms) => {
        expect(businessMs(from, addBusinessMs(from, ms))).toBe(ms);
      }),
    );
  });

  it('of two stretches is the time of both together', () => {
    fc.assert(
      fc.property(anInstant, aSpan, aSpan, (from, first, second) => {
        const middle = new Date(from.getTime() + first);
        const end = new Date(middle.getTime() + second);
        expect(businessMs(from, middle) + businessMs(middle, end)).toBe(businessMs(from, end));
      }),
    );
  });

  it('never ends on a weekend or a holiday', () => {
    fc.assert(
      fc.property(anInstant, aSpan, (from, ms) => {
        // The very end of a day is the first moment of the next: the millisecond before it is the one that counts.
        expect(isBusinessDay(new Date(addBusinessMs(from, ms).getTime() - 1))).toBe(true);
      }),
    );
  });
});

describe('the due time', () => {
  it('of a first proof is two business days, of a revision one', () => {
    const from = at('2026-11-22T07:00:00Z');
    expect(workDueAt([{ side: 'store', leg: 0, from, until: null }])).toEqual(at('2026-11-24T07:00:00Z'));
    expect(workDueAt([{ side: 'store', leg: 1, from, until: null }])).toEqual(at('2026-11-23T07:00:00Z'));
    expect([FIRST_PROOF_DAYS.value, REVISION_DAYS.value]).toEqual([2, 1]);
  });

  it('stands still while the trader has it, however long that is', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 2 * DAY - 1 }), aSpan, (from, used, held) => {
        const turns = turnsOf(from, [
          { side: 'store', leg: 0, ms: used },
          { side: 'trader', leg: 0, ms: held },
          { side: 'store', leg: 0, ms: 0 },
        ]);
        const due = workDueAt(turns);
        const back = turns[2]?.from ?? from;
        expect(due && businessMs(back, due)).toBe(2 * DAY - used);
        expect(workDueAt(turns.slice(0, 2))).toBeNull();
      }),
    );
  });

  it('that has passed before the trader was asked comes back as it was', () => {
    const turns = turnsOf(at('2026-11-22T07:00:00Z'), [
      { side: 'store', leg: 0, ms: 2 * DAY + HOUR },
      { side: 'trader', leg: 0, ms: DAY },
      { side: 'store', leg: 0, ms: 0 },
    ]);
    expect(workDueAt(turns)).toEqual(at('2026-11-24T07:00:00Z'));
  });
});

describe('the promise', () => {
  const promise = (from: Date, spans: Parameters<typeof turnsOf>[1]): Date => {
    const turns = turnsOf(from, spans);
    return promisedAt(turns, turns.at(-1)?.from ?? from) ?? from;
  };

  it('moves by what the trader held it, and by nothing the store took', () => {
    fc.assert(
      fc.property(
        anInstant,
        fc.record({ ours: aSpan, moreOurs: aSpan, his: aSpan, moreHis: aSpan }),
        (from, span) => {
          const with_ = (ours: number, his: number): Date =>
            promise(from, [
              { side: 'store', leg: 0, ms: ours },
              { side: 'trader', leg: 0, ms: his },
              { side: 'store', leg: 1, ms: 0 },
            ]);
          const first = with_(span.ours, span.his);
          expect(with_(span.ours + span.moreOurs, span.his)).toEqual(first);
          const later = with_(span.ours, span.his + span.moreHis);
          expect(businessMs(first, later)).toBe(span.moreHis);
        },
      ),
    );
  });

  it('of one day of his for another: sent on Sunday, two days and his one, is Wednesday', () => {
    const spans = [
      { side: 'store' as const, leg: 0, ms: 5 * DAY },
      { side: 'trader' as const, leg: 0, ms: DAY },
      { side: 'store' as const, leg: 0, ms: 0 },
    ];
    expect(promise(at('2026-11-22T07:00:00Z'), spans)).toEqual(at('2026-11-25T07:00:00Z'));
  });
});

describe('reminders', () => {
  it.each([
    [23.9, 0],
    [24, 1],
    [72, 2],
    [167, 2],
    [168, 3],
    [500, 3],
  ])('after %d hours are %d', (hours, count) => {
    const sent = at('2026-11-22T07:00:00Z');
    expect(remindersDue(sent, new Date(sent.getTime() + hours * HOUR))).toBe(count);
    expect(PROOF_REMINDER_HOURS.value).toEqual([24, 72, 168]);
  });
});

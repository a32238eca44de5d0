import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CODE_ALPHABET } from '../kernel/ids';
import { faultsOf } from '../kernel/lifecycle';
import { compare, money } from '../kernel/money';
import { isIban, maskedIban, saudiIban } from './iban';
import { paymentStateOf, paymentsLifecycles } from './payments.lifecycle';
import {
  deadlineAfter,
  GATEWAY_DOWN_FAILURES,
  GATEWAY_DOWN_MINUTES,
  isBusinessDay,
  isDown,
  isLarge,
  SARIE_INSTANT_LIMIT,
  SARIE_QUICK_LIMIT,
  transferRefusal,
} from './payments.rules';
import {
  findReferences,
  isReference,
  makeReference,
  nearReferences,
  shownReference,
} from './reference.rules';

const random = fc.array(fc.nat(30), { minLength: 7, maxLength: 7 });
const reference = random.map(makeReference);
const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';
const inDigits = (text: string, digits: string): string =>
  text.replace(/\d/g, (d) => digits.charAt(Number(d)));

describe('a transfer reference', () => {
  it('is QF, seven symbols and a check symbol that agrees', () => {
    fc.assert(
      fc.property(reference, (made) => {
        expect(made).toMatch(/^QF[0-9A-HJKMNP-RTV-Z]{8}$/);
        expect(isReference(made)).toBe(true);
      }),
    );
  });

  it('finds every single wrong symbol', () => {
    fc.assert(
      fc.property(reference, (made) => {
        for (let at = 2; at < made.length; at += 1)
          for (const symbol of CODE_ALPHABET)
            if (symbol !== made[at])
              expect(isReference(made.slice(0, at) + symbol + made.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('finds every swap of two symbols', () => {
    fc.assert(
      fc.property(reference, (made) => {
        for (let a = 2; a < made.length; a += 1)
          for (let b = a + 1; b < made.length; b += 1) {
            if (made[a] === made[b]) continue;
            const symbols = [...made];
            [symbols[a], symbols[b]] = [made[b] ?? '', made[a] ?? ''];
            expect(isReference(symbols.join(''))).toBe(false);
          }
      }),
    );
  });

  it('is found however a bank or a payer writes it', () => {
    fc.assert(
      fc.property(reference, fc.constantFrom(ARABIC, PERSIAN), (made, digits) => {
        const ways = [
          made.toLowerCase(),
          shownReference(made),
          [...made].join('-'),
          inDigits(shownReference(made), digits),
          `\u2067${inDigits(made, digits)}\u2069`,
          `سداد الطلب ${made} شكرا`,
          `${made.slice(0, 6)}\r\n${made.slice(6)}`,
          made.slice(0, 2) + made.slice(2).replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('5', 's'),
        ];
        for (const way of ways) expect(findReferences(way)).toContain(made);
      }),
    );
  });

  it('of one wrong symbol is near the right one, among eight at most for each beginning, and is found as none', () => {
    fc.assert(
      fc.property(reference, fc.integer({ min: 2, max: 9 }), fc.nat(29), (made, at, other) => {
        const wrong = [...CODE_ALPHABET].filter((symbol) => symbol !== made[at])[other] ?? '';
        const broken = made.slice(0, at) + wrong + made.slice(at + 1);
        const near = nearReferences(`transfer ${shownReference(broken)} thanks`);
        expect(near).toContain(made);
        // A symbol of the reference itself may be where another could begin.
        const beginnings = broken.split('QF').length - 1;
        expect(near.length).toBeLessThanOrEqual(8 * beginnings);
        expect(near.every(isReference)).toBe(true);
        expect(findReferences(broken)).toEqual([]);
        expect(nearReferences(made)).toEqual([]);
      }),
    );
  });

  it('is not seen where there is none, and two are both found', () => {
    expect(findReferences('transfer for goods 12345')).toEqual([]);
    fc.assert(
      fc.property(reference, reference, (one, two) => {
        fc.pre(one !== two);
        expect(findReferences(`${one}, ${two}`)).toEqual(expect.arrayContaining([one, two]));
      }),
    );
  });
});

describe('an instant transfer', () => {
  it('reaches further with a saved beneficiary than without one', () => {
    const [saved, quick] = [SARIE_INSTANT_LIMIT.value, SARIE_QUICK_LIMIT.value];
    expect([saved.currency, quick.currency]).toEqual(['SAR', 'SAR']);
    expect(compare(saved, quick)).toBeGreaterThan(0);
  });
});

describe('the deadline of a transfer', () => {
  /** 10:00 in Riyadh. */
  const riyadh = (date: string): Date => new Date(`${date}T07:00:00Z`);
  const endOf = (date: string): string => `${date}T20:59:59.000Z`;

  it.each([
    ['a Sunday', '2026-11-22', '2026-11-25'],
    ['a Tuesday, over Friday and Saturday', '2026-11-24', '2026-11-29'],
    ['a Thursday', '2026-11-26', '2026-12-01'],
    ['a Friday', '2026-11-27', '2026-12-01'],
    ['the day before Eid al-Fitr', '2026-03-18', '2026-03-26'],
    ['the day before the days of Arafat and Eid al-Adha', '2026-05-25', '2026-06-03'],
    ['the day before the National Day', '2026-09-22', '2026-09-28'],
    ['the end of a year', '2026-12-30', '2027-01-04'],
  ])('of three business days after %s', (_name, from, to) => {
    expect(deadlineAfter(riyadh(from), 3).toISOString()).toBe(endOf(to));
  });

  it('counts the day of Riyadh: late on a Wednesday in London is a Thursday there', () => {
    expect(isBusinessDay(new Date('2026-11-26T20:59:59Z'))).toBe(true);
    expect(isBusinessDay(new Date('2026-11-26T21:00:00Z'))).toBe(false);
    expect(deadlineAfter(new Date('2026-11-25T21:30:00Z'), 3).toISOString()).toBe(endOf('2026-12-01'));
  });

  it('always ends a business day, with as many in between as were given', () => {
    const moments = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 8 }), (at, days) => {
        const end = deadlineAfter(at, days);
        expect(isBusinessDay(end)).toBe(true);
        let counted = 0;
        for (let day = at.getTime() + 86_400_000; day <= end.getTime(); day += 86_400_000)
          if (isBusinessDay(new Date(day))) counted += 1;
        expect(counted).toBe(days);
      }),
    );
  });
});

describe('who pays how', () => {
  it('transfers are open to Saudi companies only', () => {
    expect([transferRefusal('SA'), transferRefusal('NO')]).toEqual([null, 'TRANSFER_ONLY_IN_SAUDI_ARABIA']);
  });

  it('two people confirm from SAR 20,000', () => {
    expect(isLarge(money(1_999_999, 'SAR'))).toBe(false);
    expect(isLarge(money(2_000_000, 'SAR'))).toBe(true);
  });

  it('the payment axis follows the sums', () => {
    const of = (received: number, refunded = 0, isSubmitted = true) =>
      paymentStateOf({ total: 1000, received, over: Math.max(received - 1000, 0), refunded, isSubmitted });
    expect([of(0, 0, false), of(0), of(999), of(1000), of(1001), of(1000, 1), of(1000, 1000)]).toEqual([
      'unpaid',
      'awaiting',
      'partially_paid',
      'paid',
      'overpaid',
      'partially_refunded',
      'refunded',
    ]);
    expect(of(1001, 1000)).toBe('refunded');
  });

  it('an excess that became credit covers nothing once what the order took is gone', () => {
    const left = (received: number) =>
      paymentStateOf({ total: 1000, received, over: 1000, refunded: 0, isSubmitted: true });
    expect([left(2000), left(1400), left(1000)]).toEqual(['overpaid', 'partially_paid', 'awaiting']);
    // Of a cancelled order, and where a refund came back, nothing stands apart as an excess.
    expect(paymentStateOf({ total: 1000, received: 1500, over: 0, refunded: 0, isSubmitted: false })).toBe(
      'overpaid',
    );
  });

  it.each(paymentsLifecycles.map((lifecycle) => [lifecycle.name, lifecycle] as const))(
    'the lifecycle of a %s has no dead end and no unreachable state',
    (_name, lifecycle) => {
      expect(faultsOf(lifecycle as never)).toEqual([]);
    },
  );
});

describe('an IBAN', () => {
  it('is made valid, read through blanks, and masked to its ends', () => {
    expect(saudiIban('80', '608010167519')).toBe('SA0380000000608010167519');
    expect(isIban('sa03 8000 0000 6080 1016 7519')).toBe(true);
    expect(isIban('SA0480000000608010167519')).toBe(false);
    expect(maskedIban('SA03 8000 0000 6080 1016 7519')).toBe('SA03 … 7519');
    expect(() => saudiIban('8', '1')).toThrow(RangeError);
  });
});

describe('a gateway that does not answer', () => {
  const now = new Date('2026-11-29T09:00:00Z');
  const heard = (failures: number, minutesAgo: number) =>
    isDown({ failures, failedAt: new Date(now.getTime() - minutesAgo * 60_000) }, now);

  it('stays away after some calls in a row, and for some minutes', () => {
    const [enough, long] = [GATEWAY_DOWN_FAILURES.value, GATEWAY_DOWN_MINUTES.value];
    expect([heard(enough - 1, 0), heard(enough, 0), heard(enough, long)]).toEqual([false, true, false]);
    expect(isDown({ failures: 0, failedAt: null }, now)).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type Money, money, sum } from '@qafila/shared/kernel/money';
import { readPdf } from '../../../platform/pdf/pdf-reader';
import type { Movement } from '../domain/account';
import { accountCsv } from './account-csv';
import { renderAccount, type WholeAccount } from './account-paper';

const sar = (minor: number): Money => money(minor, 'SAR');
const ROWS = 36;
const NOW = new Date('2026-11-29T09:00:00Z');

const PARTIES = {
  holder: {
    companyId: '00000000-0000-7000-8000-000000000001',
    nameLatin: 'Dar Nour Trading',
    nameArabic: 'دار نور للتجارة',
    country: 'SA',
    currency: 'SAR',
    vatNumber: '310112233400003',
    registrationNumber: '1010123456',
  },
  seller: {
    nameLatin: 'Caravan Store Trading Co.',
    nameArabic: 'شركة متجر القافلة التجارية',
    otherNames: [],
    addressLines: ['6218 Al Kharj Road', 'Riyadh 14317-3095'],
    phones: [],
    mails: [],
    domains: [],
    vatNumber: '310998877600003',
    registrationNumber: '7009988776',
    gs1Prefix: '628100',
    bank: { latin: 'Najd Commercial Bank', arabic: 'بنك نجد التجاري' },
  },
} as const;

/** An order that is charged, or paid. */
function movementAt(at: number): Movement {
  const isCharge = at % 2 === 0;
  const amount = sar(123_456 + at);
  return {
    id: `00000000-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`,
    at: new Date(Date.UTC(2026, 10, 1 + Math.floor(at / 3))),
    rank: 1,
    kind: isCharge ? 'order_charged' : 'transfer_received',
    order: { id: '00000000-0000-7000-8000-000000000000', code: `ORD-${1000 + at}` },
    reference: isCharge ? null : 'QF7K2M9PX4',
    method: isCharge ? null : 'bank_transfer',
    charged: isCharge ? amount : sar(0),
    paid: isCharge ? sar(0) : amount,
    credit: sar(0),
    balance: amount,
  };
}

/** So many orders, each charged and paid in turn. */
function anAccount(): WholeAccount {
  const movements = Array.from({ length: ROWS }, (_, at) => movementAt(at));
  const total = (of: (movement: Movement) => Money): Money => sum(movements.map(of), 'SAR');
  return {
    ...PARTIES,
    period: {
      from: '2026-11-01',
      to: '2026-11-29',
      start: new Date('2026-10-31T21:00:00Z'),
      end: new Date('2026-11-29T21:00:00Z'),
    },
    sums: {
      currency: 'SAR',
      balance: sar(1500),
      credit: sar(25_000),
      moved: { charged: total(({ charged }) => charged), paid: total(({ paid }) => paid), credit: sar(0) },
    },
    movements,
  };
}

describe('the paper of a statement of account', () => {
  it.each(['en', 'ar'] as const)(
    'names both parties, every movement, the totals and its pages (%s)',
    async (locale) => {
      const whole = anAccount();
      const bytes = await renderAccount(whole, { now: NOW, locale });
      const { pages } = await readPdf(bytes);
      const texts = pages.map(({ items }) => items.map(({ text }) => text).join(' '));
      expect(pages.length).toBeGreaterThan(1);
      texts.forEach((text, at) => {
        expect(text).toContain(`${at + 1} / ${pages.length}`);
      });
      const all = texts.join(' ');
      for (const { order } of whole.movements) expect(all).toContain(order?.code);
      for (const fact of ['310998877600003', '310112233400003', 'SAR']) expect(all).toContain(fact);
    },
  );

  it('is the same, byte for byte, for the same facts', async () => {
    const twice = [1, 2].map(() => renderAccount(anAccount(), { now: NOW, locale: 'ar' }));
    const [one, two] = await Promise.all(twice);
    expect(one).toEqual(two);
  });
});

describe('the table of a statement of account', () => {
  it('has a row for each movement between opening and closing', () => {
    const lines = accountCsv(anAccount(), 'en').toString('utf8').split('\r\n');
    expect(lines).toHaveLength(1 + 1 + ROWS + 1 + 1);
    expect(lines[1]).toBe('"2026-11-01","Opening balance","","","","","","250.00","15.00","SAR"');
    expect(lines.at(-2)).toMatch(/^"2026-11-29","Closing balance",.*,"250\.00","14\.82","SAR"$/);
  });
});

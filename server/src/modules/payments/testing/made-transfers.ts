import { type Money, money, subtract, sum } from '@qafila/shared/kernel/money';
import { makeReference } from '@qafila/shared/payments/reference.rules';
import type { BookedPayment, MatchingFacts, NewLine, PayingCompany } from '../domain/matching/facts';
import { dueOf, type PayableOrder } from '../domain/matching/payable';
import { Chance } from './chance';
import { written } from './written-reference';

/** What somebody really paid: so much for each of these orders; nothing, where it was for none of them. */
export type Truth = ReadonlyMap<string, number>;
export interface MadeTransfer {
  readonly kind: TransferKind;
  readonly line: NewLine;
  readonly truth: Truth;
}
export interface MadeBank {
  readonly facts: MatchingFacts;
  readonly transfers: readonly MadeTransfer[];
}

const DAY = '2026-11-22';
const COMPANIES = 300;
const FULL_COMPANY_ORDERS = 20;
const sar = (minor: number): Money => money(minor, 'SAR');

/** Words of firms' names, in Latin and Arabic letters. */
const WORDS = [
  ['Nour', 'نور'],
  ['Rawabi', 'روابي'],
  ['Atlas', 'أطلس'],
  ['Zahra', 'زهرة'],
  ['Najd', 'نجد'],
  ['Khalij', 'خليج'],
  ['Yaqut', 'ياقوت'],
  ['Safa', 'صفا'],
  ['Marwa', 'مروة'],
  ['Qamar', 'قمر'],
  ['Shams', 'شمس'],
  ['Bustan', 'بستان'],
  ['Jazira', 'جزيرة'],
  ['Hilal', 'هلال'],
  ['Rayhan', 'ريحان'],
  ['Sadaf', 'صدف'],
  ['Barq', 'برق'],
  ['Tamr', 'تمر'],
] as const;

interface Trader extends PayingCompany {
  readonly orders: readonly PayableOrder[];
  readonly ibanHash: string;
}

/** What people write who name nothing. */
const NOISE = ['salary nov', 'Transfer', 'حوالة', 'rent 4th floor', 'QF2026', 'INV 12345 QUICK FIX', ''];

function madeTraders(chance: Chance): Trader[] {
  const symbols = (): number[] => Array.from({ length: 7 }, () => chance.below(31));
  return Array.from({ length: COMPANIES }, (_, at) => {
    const [one, two] = [chance.of(WORDS), chance.of(WORDS)];
    const companyId = `company-${at}`;
    const count = at % 10 === 0 ? FULL_COMPANY_ORDERS : 1 + chance.below(6);
    const orders = Array.from({ length: count }, (_each, n): PayableOrder => {
      // Some traders order the same again and again: their amounts are the same.
      const total = at % 7 === 3 ? 575_000 : 200_000 + chance.below(1_900_000);
      return {
        companyId,
        orderId: `order-${at}-${n}`,
        reference: makeReference(symbols()),
        total: sar(total),
        received: sar(0),
        over: sar(0),
        isClosed: false,
        openFrom: '2026-11-20',
        openUntil: '2026-11-25',
      };
    });
    return {
      companyId,
      reference: makeReference(symbols()),
      names: [`${one[0]} ${two[0]} ${at} Trading Co.`, `شركة ${one[1]} ${two[1]} ${at} التجارية`],
      orders,
      ibanHash: `iban-${at}`,
    };
  });
}

function factsOf(traders: readonly Trader[], booked: readonly BookedPayment[]): MatchingFacts {
  const orders = traders.flatMap((trader) => trader.orders);
  const needing = new Map<number, number>();
  for (const order of orders) {
    const due = dueOf(order).minor;
    needing.set(due, (needing.get(due) ?? 0) + 1);
  }
  return {
    orders: new Map(orders.map((order) => [order.reference, order])),
    companies: new Map(traders.map((trader) => [trader.companyId, trader])),
    ownReferences: new Map(traders.map(({ reference, companyId }) => [reference ?? '', companyId])),
    openOf: new Map(traders.map((trader) => [trader.companyId, trader.orders])),
    needing,
    receipts: new Map(),
    // Every second trader paid before; each from one account.
    returns: [],
    payers: new Map(
      traders
        .filter((_, at) => at % 2 === 0)
        .map(({ ibanHash, companyId }) => [ibanHash, new Set([companyId])]),
    ),
    booked,
    refunds: [],
  };
}

interface Draw {
  readonly chance: Chance;
  readonly traders: readonly Trader[];
  readonly trader: Trader;
  readonly order: PayableOrder;
  readonly id: string;
}
type Made = { readonly line: Partial<NewLine>; readonly truth: Truth };

const paid = (order: PayableOrder, minor: number): Truth => new Map([[order.orderId, minor]]);
const dueMinor = (order: PayableOrder): number => dueOf(order).minor;

/** A reference with so many of its symbols replaced by others. */
function mistyped({ chance, order }: Draw, wrong: number): string {
  const symbols = [...order.reference];
  const places = new Set<number>();
  while (places.size < wrong) places.add(2 + chance.below(8));
  for (const place of places) {
    const others = [...'0123456789ABCDEFGHJKMNPQRTVWXYZ'].filter((symbol) => symbol !== symbols[place]);
    symbols[place] = chance.of(others);
  }
  return symbols.join('');
}

const some = (chance: Chance, orders: readonly PayableOrder[], count: number): PayableOrder[] => {
  const left = [...orders];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(chance.below(left.length), 1),
  ).flat();
};

/** Several orders of a trader paid at once, less what a bank took. */
function together(
  { chance, trader }: Draw,
  text: (orders: readonly PayableOrder[]) => string,
  fee = 0,
): Made {
  const orders = some(chance, trader.orders, 2 + chance.below(3));
  const whole = sum(orders.map(dueOf), 'SAR');
  // What is missing of several orders belongs to none of them; of a single one it is simply short.
  const short = orders.length === 1 ? fee : 0;
  const truth = new Map(orders.map((order) => [order.orderId, dueMinor(order) - short] as const));
  return { line: { amount: subtract(whole, sar(fee)), text: text(orders) }, truth };
}

const fee = (chance: Chance): number => 500 + chance.below(3000);

const KINDS = {
  exact: ({ chance, order }) => ({
    line: { amount: dueOf(order), text: written(chance, order.reference) },
    truth: paid(order, dueMinor(order)),
  }),
  short: ({ chance, order }) => {
    const minor = dueMinor(order) - fee(chance);
    return {
      line: { amount: sar(minor), text: written(chance, order.reference) },
      truth: paid(order, minor),
    };
  },
  over: ({ chance, order }) => {
    const minor = dueMinor(order) + fee(chance);
    return {
      line: { amount: sar(minor), text: written(chance, order.reference) },
      truth: paid(order, minor),
    };
  },
  split: ({ chance, order }) => {
    const minor = Math.floor((dueMinor(order) * (20 + chance.below(60))) / 100);
    return {
      line: { amount: sar(minor), text: written(chance, order.reference) },
      truth: paid(order, minor),
    };
  },
  merged: (draw) =>
    together(draw, (orders) => orders.map(({ reference }) => written(draw.chance, reference)).join(' و ')),
  merged_short: (draw) =>
    together(
      draw,
      (orders) => orders.map(({ reference }) => written(draw.chance, reference)).join(', '),
      fee(draw.chance),
    ),
  merged_by_company: (draw) => together(draw, () => written(draw.chance, draw.trader.reference ?? '')),
  merged_by_company_short: (draw) =>
    together(draw, () => written(draw.chance, draw.trader.reference ?? ''), fee(draw.chance)),
  wrong_symbol: (draw) => ({
    line: { amount: dueOf(draw.order), text: mistyped(draw, 1) },
    truth: paid(draw.order, dueMinor(draw.order)),
  }),
  two_wrong_symbols: (draw) => ({
    line: { amount: dueOf(draw.order), text: mistyped(draw, 2) },
    truth: paid(draw.order, dueMinor(draw.order)),
  }),
  no_reference: ({ chance, order, trader }) => ({
    line: { amount: dueOf(order), text: chance.of(NOISE), payerIbanHash: trader.ibanHash },
    truth: paid(order, dueMinor(order)),
  }),
  same_amount_twice: ({ chance, traders }) => {
    const trader = traders[3 + 7 * chance.below(40)];
    const order = trader?.orders[0];
    if (!trader || !order) throw new Error('traders of one amount are made');
    const line = { amount: dueOf(order), text: chance.of(NOISE), payerIbanHash: trader.ibanHash };
    return { line: { ...line, payerName: trader.names[0] ?? '' }, truth: paid(order, dueMinor(order)) };
  },
  third_party: ({ chance, order }) => ({
    line: {
      amount: dueOf(order),
      text: written(chance, order.reference),
      payerName: 'ABDULLAH BIN SAAD',
      payerIbanHash: null,
    },
    truth: paid(order, dueMinor(order)),
  }),
  unknown: ({ chance }) => ({
    line: {
      amount: sar(100_000 + chance.below(2_000_000)),
      text: chance.of(NOISE),
      payerName: 'UNKNOWN REMITTER',
      payerIbanHash: `stranger-${chance.below(1000)}`,
    },
    truth: new Map(),
  }),
  returned: ({ order }) => ({
    line: {
      amount: sar(-dueMinor(order)),
      text: 'returned by the beneficiary bank',
      bankReference: `BR-${order.orderId}`,
    },
    truth: paid(order, dueMinor(order)),
  }),
} as const satisfies Readonly<Record<string, (draw: Draw) => Made>>;
export type TransferKind = keyof typeof KINDS;

/** What each trader's first order would look like if it had been paid: what the bank can take back. */
const bookedPayments = (traders: readonly Trader[]): BookedPayment[] =>
  traders.flatMap(({ orders, ibanHash }) =>
    orders.map((order) => ({
      matchId: `match-${order.orderId}`,
      lineId: `line-${order.orderId}`,
      lineAmount: order.total,
      amount: order.total,
      writtenOff: sar(0),
      companyId: order.companyId,
      orderId: order.orderId,
      reference: order.reference,
      bankReference: `BR-${order.orderId}`,
      endToEnd: null,
      payerIbanHash: ibanHash,
    })),
  );

/** Transfers of every kind to one store, with the truth that matching does not know. */
export function madeTransfers(count: number, seed = 20_261_122): MadeBank {
  const chance = new Chance(seed);
  const traders = madeTraders(chance);
  const kinds = Object.keys(KINDS) as TransferKind[];
  const transfers = Array.from({ length: count }, (_, at): MadeTransfer => {
    const kind = kinds[at % kinds.length] ?? 'exact';
    const trader = chance.of(traders);
    const draw = { chance, traders, trader, order: chance.of(trader.orders), id: `line-${at}` };
    const { line, truth } = KINDS[kind](draw);
    const plain: NewLine = {
      id: draw.id,
      amount: sar(0),
      bookedOn: DAY,
      text: '',
      payerName: chance.of(trader.names).toUpperCase(),
      payerIbanHash: trader.ibanHash,
      bankReference: null,
      endToEnd: null,
      isReversal: false,
    };
    return { kind, line: { ...plain, ...line }, truth };
  });
  return { facts: factsOf(traders, bookedPayments(traders)), transfers };
}

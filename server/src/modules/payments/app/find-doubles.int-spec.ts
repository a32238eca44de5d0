import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { camtFile, type MadeEntry } from '../testing/camt-file';
import { camtOf } from '../testing/made-camt';
import { mt940Of } from '../testing/made-mt940';
import { type TrueLine, truthOf } from '../testing/made-truth';
import { deskLines, importFile, matchOf, pays, seedOrder, seedSeller } from '../testing/payment-world';

let app: TestApp;
let finance: TestPerson;
let companyId: string;
beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  finance = await app.aStaff('finance');
  ({ companyId } = await app.aTrader());
});
afterAll(() => app.close());

async function imported(file: string) {
  const { status, body } = await importFile(app, finance, file);
  expect([status, body.code]).toEqual([200, undefined]);
  return body;
}
const statement = (number: string, date: string, entries: readonly MadeEntry[]): string =>
  camtFile([{ number, date, entries }]);
const doublesOf = async (number: string): Promise<number> => {
  const [row] = await app.system((tx) =>
    tx.query<{ n: number }>(
      `select count(*) filter (where l.maybe_double)::int as n from statement_lines l
       join statements s on s.id = l.statement_id where s.number = $1`,
      [number],
    ),
  );
  return row?.n ?? -1;
};

describe('a payment that a later statement orders anew', () => {
  it('is never sure: two people confirm what one of them may have been for', async () => {
    const order = await seedOrder(app, { companyId, total: 575_000 });
    const paying = { amount: '5750.00', text: order.reference };
    const other = { amount: '12.00', text: 'something else' };
    await imported(statement('D1', '2026-11-22', [paying, other]));
    await imported(statement('D2', '2026-11-22', [other, paying]));
    const lines = (await deskLines(app, finance)).filter(pays(order.orderId));
    expect(lines.map(({ maybeDouble, isProven }) => [maybeDouble, isProven])).toEqual(
      expect.arrayContaining([
        [false, true],
        [true, true],
      ]),
    );
    const double = lines.find(({ maybeDouble }) => maybeDouble);
    expect(matchOf(double).needsTwoPeople).toBe(true);
    expect(matchOf(lines.find(({ maybeDouble }) => !maybeDouble)).needsTwoPeople).toBe(false);
  });

  it('explains one line each, and two alike in one statement are two payments', async () => {
    const twin = { amount: '40.00', text: 'twin' };
    await imported(statement('E1', '2026-10-05', [twin, twin]));
    expect(await doublesOf('E1')).toBe(0);
    const first = { amount: '1.00', text: 'first' };
    await imported(statement('E2', '2026-10-05', [first, twin, twin, twin]));
    expect(await doublesOf('E2')).toBe(2);
    await imported(statement('E3', '2026-10-06', [{ amount: '2.00', text: 'day after' }, twin]));
    expect(await doublesOf('E3')).toBe(0);
  });
});

describe('alike payments without references', () => {
  const made = truthOf(801, 1);
  const alike: readonly TrueLine[] = made.lines.map((line) => ({
    ...line,
    units: 90_000n,
    bankReference: '',
  }));

  it('of two notifications are both kept, the second as a likely double', async () => {
    const notice = (number: string) =>
      camtOf({ ...made, number, lines: alike }, { message: '054', version: '08' });
    expect(await imported(notice('N1'))).toMatchObject({ newLines: 1 });
    expect(await imported(notice('N2'))).toMatchObject({ newLines: 1, knownLines: 0 });
    expect([await doublesOf('N1'), await doublesOf('N2')]).toEqual([0, 1]);
  });
});

describe('a later statement of the same number', () => {
  it('that has one line more is an overlap; the same figures are known', async () => {
    const whole = { ...truthOf(802, 3), number: '802' };
    const file = (count: number): string =>
      mt940Of({ ...whole, lines: whole.lines.slice(0, count) }, { style: 'free', envelope: 'none' });
    expect(await imported(file(2))).toMatchObject({ newLines: 2 });
    expect(await imported(file(3))).toMatchObject({ newLines: 1, knownLines: 2 });
    expect((await importFile(app, finance, file(3))).body.code).toBe('STATEMENT_KNOWN');
  });
});

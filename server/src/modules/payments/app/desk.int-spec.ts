import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  confirmMatches,
  ignoreLine,
  type StatementLineView,
  transferDesk,
  withdrawMatch,
} from '@qafila/shared/payments/desk.contract';
import { auditWordsOf, isClearInTrail } from '../../../../test/support/audit-words';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { Transfers } from '../payments.api';
import {
  confirmLines,
  deskLines,
  importEntries,
  matchOf,
  reviewOf,
  seedOrder,
  seedSeller,
} from '../testing/payment-world';

let app: TestApp;
let finance: TestPerson;
let second: TestPerson;
let companyId: string;

beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  finance = await app.aStaff('finance');
  second = await app.aStaff('finance');
  ({ companyId } = await app.aTrader());
});
afterAll(() => app.close());

const desk = (query: { view?: 'open' | 'second' | 'done'; after?: string; limit?: number } = {}) =>
  app.call(transferDesk, { as: finance, query });

async function proposed(total = 200_000): Promise<StatementLineView> {
  const { reference } = await seedOrder(app, { companyId, total });
  const amount = `${total / 100}.00`;
  await importEntries(app, { as: finance, entries: [{ amount, text: reference, payerName: '' }] });
  const line = (await deskLines(app, finance)).find(
    ({ matches }) => matches[0]?.order?.reference === reference,
  );
  if (!line) throw new Error('no proposal');
  return line;
}
const withdraw = (line: StatementLineView, version = matchOf(line).version) =>
  app.call(withdrawMatch, { as: finance, params: { id: matchOf(line).id }, body: { version } });
const ignore = (
  { id, version }: Pick<StatementLineView, 'id' | 'version'>,
  reason = 'interest of the account',
) => app.call(ignoreLine, { as: finance, params: { id }, body: { version, reason } });

describe('the desk', () => {
  it('is empty before the first statement', async () => {
    const { body } = await desk();
    expect(body).toEqual({
      latest: null,
      counts: { exact: 0, second: 0, look: 0, done: 0, out: 0 },
      rows: [],
      next: null,
    });
  });

  it('counts what waits for whom and pages newest first', async () => {
    await proposed();
    const large = await proposed(2_500_000);
    const done = await proposed();
    await importEntries(app, {
      as: finance,
      entries: [{ amount: '9.00', text: 'nobody', date: '2026-11-01' }],
    });
    await confirmLines(app, finance, [large, done]);
    const { body } = await desk();
    expect(body.counts).toEqual({ exact: 1, second: 1, look: 1, done: 1, out: 0 });
    expect(body.latest).toMatchObject({ isProven: true, lines: 1 });
    const first = await desk({ limit: 1 });
    const rest = await desk({ limit: 1, after: first.body.next ?? '' });
    expect([...first.body.rows, ...rest.body.rows].map((row) => row.id)).toEqual(
      body.rows.map((row) => row.id),
    );
    expect(rest.body.next).toBeNull();
    const waiting = await app.system((tx) => app.get(Transfers).waiting(tx));
    expect(waiting).toMatchObject({ exact: 1, second: 1, look: 1 });
    expect(waiting.exactOldest).toBeInstanceOf(Date);
  });

  it('refuses a cursor it did not give', async () => {
    expect((await desk({ after: 'yesterday' })).body).toMatchObject({
      code: 'FIELDS_INVALID',
      fields: [{ path: 'after' }],
    });
  });

  it('costs four statements, however many lines there are', async () => {
    const { reference } = await seedOrder(app, { companyId, total: 100_000 });
    const entries = Array.from({ length: 60 }, (_, i) => ({
      amount: `${i + 1}.00`,
      text: i % 2 ? reference : `line ${i}`,
    }));
    await importEntries(app, { as: finance, entries });
    expect((await desk()).body.rows.length).toBeGreaterThan(60);
    const statements = await app.statements(() => desk());
    expect(statements).toHaveLength(4);
  });

  it('imports sixty lines with as many statements as one', async () => {
    const entries = (count: number, name: string) =>
      Array.from({ length: count }, (_, i) => ({ amount: `${i + 1}.00`, text: `${name} ${i}` }));
    const one = await app.statements(() =>
      importEntries(app, { as: finance, entries: entries(1, 'single') }),
    );
    const many = await app.statements(() =>
      importEntries(app, { as: finance, entries: entries(60, 'many') }),
    );
    expect(many).toHaveLength(one.length);
  });
});

describe('a withdrawn proposal', () => {
  it('frees its line, and is not proposed again', async () => {
    const line = await proposed();
    expect((await withdraw(line)).body).toMatchObject({ state: 'imported', matches: [] });
    expect((await withdraw(line)).body.code).toBe('WRONG_STATE');
  });

  it('may have been confirmed by a first person', async () => {
    const line = await proposed(2_000_000);
    await confirmLines(app, finance, [line]);
    const [waiting] = (await deskLines(app, second, 'second')).filter((each) => each.id === line.id);
    if (!waiting) throw new Error('it waits for a second person');
    expect((await withdraw(waiting)).body).toMatchObject({ state: 'imported', matches: [] });
  });

  it('is refused for another version, a confirmed match and an unknown one', async () => {
    const line = await proposed();
    expect((await withdraw(line, 7)).body.code).toBe('STALE_RECORD');
    await confirmLines(app, finance, [line]);
    expect((await withdraw(line)).body.code).toBe('WRONG_STATE');
    const unknown = await app.call(withdrawMatch, {
      as: finance,
      params: { id: companyId },
      body: { version: 1 },
    });
    expect(unknown.status).toBe(404);
  });

  it('makes a review of it void', async () => {
    const line = await proposed();
    const { hash, matches } = await reviewOf(app, finance, [line]);
    await withdraw(line);
    const answer = await app.call(confirmMatches, {
      as: finance,
      body: { hash, matches },
      freshCode: await app.freshCode(finance),
    });
    expect(answer.body.code).toBe('REVIEW_CHANGED');
  });
});

describe('a line set aside', () => {
  it('keeps its reason, and its proposal is withdrawn', async () => {
    const line = await proposed();
    expect((await ignore(line)).body).toMatchObject({
      state: 'ignored',
      ignoredReason: 'interest of the account',
      matches: [],
    });
    expect((await withdraw(line)).body.code).toBe('WRONG_STATE');
    expect(await auditWordsOf(app, 'payments.line_ignored')).toBe('interest of the account');
    expect(await isClearInTrail(app, 'interest of the account')).toBe(false);
  });

  it('is refused without a reason, twice, after booking, and for an unknown line', async () => {
    const line = await proposed();
    expect((await ignore(line, ' x ')).body.code).toBe('FIELDS_INVALID');
    await confirmLines(app, finance, [line]);
    expect((await ignore(line)).body.code).toBe('WRONG_STATE');
    const other = await proposed();
    await ignore(other);
    expect((await ignore(other)).body.code).toBe('WRONG_STATE');
    expect((await ignore({ id: companyId, version: 1 })).status).toBe(404);
  });

  it('is refused once a colleague confirmed a match of it, and for another version', async () => {
    const line = await proposed(2_500_000);
    expect((await ignore({ ...line, version: 9 })).body.code).toBe('STALE_RECORD');
    await confirmLines(app, second, [line]);
    expect((await ignore(line)).body.code).toBe('WRONG_STATE');
    const waiting = (await deskLines(app, finance, 'second')).find(({ id }) => id === line.id);
    expect(waiting?.matches).toMatchObject([{ state: 'first_confirmed' }]);
  });
});

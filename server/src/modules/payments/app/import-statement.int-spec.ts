import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transferDesk } from '@qafila/shared/payments/desk.contract';
import { shownReference } from '@qafila/shared/payments/reference.rules';
import { importStatement } from '@qafila/shared/payments/statements.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { INVENTED_DIALECTS } from '../domain/statements/csv-dialects';
import { camtFile, OUR_IBAN, PAYER_IBAN } from '../testing/camt-file';
import { camtOf } from '../testing/made-camt';
import { csvOf } from '../testing/made-csv';
import { mt940Of } from '../testing/made-mt940';
import { truthOf } from '../testing/made-truth';
import {
  deskLines,
  importEntries,
  importFile,
  matchOf,
  pays,
  type SeededOrder,
  sar,
  seedOrder,
  seedSeller,
} from '../testing/payment-world';

let app: TestApp;
let finance: TestPerson;
let companyId: string;

beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  finance = await app.aStaff('finance');
  ({ companyId } = await app.aTrader({ nameLatin: 'Dar Nour Trading' }));
});
afterAll(() => app.close());

const anOrder = (total = 575_000): Promise<SeededOrder> => seedOrder(app, { companyId, total });
const lineOf = async (text: string) => (await deskLines(app, finance)).find((line) => line.text === text);
const stored = async (): Promise<number> => {
  const [row] = await app.system((tx) =>
    tx.query<{ n: number }>('select count(*)::int as n from statement_lines'),
  );
  return row?.n ?? -1;
};

describe('an imported statement', () => {
  it('is answered with its figures and proposes the order its reference names', async () => {
    const order = await anOrder();
    const entries = [
      { amount: '5750.00', text: order.reference, payerName: 'DAR NOUR', payerIban: PAYER_IBAN },
      { amount: '25.00', direction: 'DBIT' as const, text: 'bank fee' },
    ];
    const { status, body } = await importEntries(app, { as: finance, entries });
    expect(status).toBe(200);
    expect(body).toMatchObject({ newLines: 2, knownLines: 0, proposed: 1 });
    expect(body.statements[0]).toMatchObject({
      isProven: true,
      opening: sar(100_000),
      movements: sar(572_500),
      closing: sar(672_500),
      lines: 2,
      credits: 1,
      from: '2026-11-22',
    });
    const line = await lineOf(order.reference);
    expect(line).toMatchObject({
      state: 'proposed',
      payerName: 'DAR NOUR',
      payerIbanTail: PAYER_IBAN.slice(-4),
    });
    expect(matchOf(line)).toMatchObject({
      class: 'A',
      order: { id: order.orderId, stillDue: sar(575_000) },
      company: 'Dar Nour Trading',
      amount: sar(575_000),
      reasons: ['reference_exact', 'payer_new', 'amount_exact'],
      needsTwoPeople: false,
      state: 'proposed',
    });
  });

  it('keeps payer name, IBAN and text sealed', async () => {
    await importEntries(app, {
      as: finance,
      entries: [{ amount: '1.00', payerName: 'SECRET PAYER', payerIban: PAYER_IBAN, text: 'SECRET TEXT' }],
    });
    const rows = await app.system((tx) => tx.query('select * from statement_lines'));
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`SECRET|${PAYER_IBAN}`));
  });

  it.each([
    ['blanks', (reference: string) => `pay ${shownReference(reference)}.`],
    ['lower case and hyphens', (reference: string) => reference.toLowerCase().replace(/(.{4})/g, '$1-')],
    [
      'Arabic digits',
      (reference: string) => `سداد ${reference.replace(/\d/g, (d) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(d)))}`,
    ],
    ['a wrapped line', (reference: string) => `${reference.slice(0, 5)}\n${reference.slice(5)}`],
  ])('finds a reference written with %s', async (_way, write) => {
    const order = await anOrder();
    const text = write(order.reference);
    await importEntries(app, { as: finance, entries: [{ amount: '5750.00', text }] });
    const lines = await deskLines(app, finance);
    expect(lines.filter(pays(order.orderId))).toHaveLength(1);
  });

  it('says short, over, from SAR 20,000 and closed, and asks for two people then', async () => {
    const [short, over, large, closed] = [
      await anOrder(),
      await anOrder(),
      await anOrder(2_000_000),
      await anOrder(),
    ];
    const below = await anOrder(1_999_999);
    await app.system((tx) => tx.query(`update orders set state = 'expired' where id = $1`, [closed.orderId]));
    const entries = [
      { amount: '5737.50', text: short.reference },
      { amount: '5750.01', text: over.reference },
      { amount: '20000.00', text: large.reference },
      { amount: '19999.99', text: below.reference },
      { amount: '5750.00', text: closed.reference },
    ];
    expect((await importEntries(app, { as: finance, entries })).body.proposed).toBe(5);
    const seen = async ({ reference }: SeededOrder) => {
      const [match] = (await lineOf(reference))?.matches ?? [];
      return [match?.reasons.at(-1), match?.needsTwoPeople];
    };
    expect(await seen(short)).toEqual(['amount_short', true]);
    expect(await seen(over)).toEqual(['amount_over', true]);
    expect(await seen(large)).toEqual(['amount_exact', true]);
    expect(await seen(below)).toEqual(['amount_exact', false]);
    expect(await seen(closed)).toEqual(['order_closed', true]);
  });

  it('proposes nothing for an unknown payer, two references, or money that left', async () => {
    const [one, two] = [await anOrder(), await anOrder()];
    const entries = [
      { amount: '5750.00', text: 'no reference here' },
      { amount: '5750.00', text: `${one.reference} and ${two.reference}` },
      { amount: '5750.00', text: one.reference, direction: 'DBIT' as const },
    ];
    expect((await importEntries(app, { as: finance, entries })).body).toMatchObject({
      newLines: 3,
      proposed: 0,
    });
    expect(await lineOf('no reference here')).toMatchObject({ state: 'imported', matches: [] });
  });
});

describe('a line', () => {
  it('is kept once over overlapping statements, with and without a bank reference', async () => {
    const may = { amount: '10.00', text: 'May', date: '2026-05-03' };
    const twin = { amount: '7.00', text: 'twice the same', date: '2026-05-04' };
    const june = { amount: '20.00', text: 'June', bankReference: 'J-1', date: '2026-06-03' };
    const first = await importEntries(app, {
      as: finance,
      entries: [may, twin, twin],
      statement: { opening: '100.00' },
    });
    expect(first.body).toMatchObject({ newLines: 3, knownLines: 0 });
    const wider = await importEntries(app, {
      as: finance,
      entries: [may, twin, twin, june],
      statement: { opening: '100.00' },
    });
    expect(wider.body).toMatchObject({ newLines: 1, knownLines: 3 });
    const later = await importEntries(app, {
      as: finance,
      entries: [june],
      statement: { opening: '124.00' },
    });
    expect(later.body).toMatchObject({ newLines: 0, knownLines: 1 });
  });
});

describe('a file of another format', () => {
  const dialect = INVENTED_DIALECTS[0];
  if (!dialect) throw new Error('a dialect is known');
  const imported = async (file: string) => {
    const answer = await importFile(app, finance, file);
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    return answer.body;
  };
  const provenLines = (reference: string) =>
    app.system((tx) =>
      tx.query<{ is_proven: boolean; is_reversal: boolean; value_on: string }>(
        'select is_proven, is_reversal, value_on::text from statement_lines where bank_reference like $1 order by id',
        [`${reference}%`],
      ),
    );

  it('MT940 is proven, keeps days, reversals and references, and proposes as camt does', async () => {
    const order = await anOrder();
    const truth = truthOf(501, 4);
    const [first, ...others] = truth.lines;
    if (!first) throw new Error('a line was made');
    const paying = { ...first, units: 575_000n, isReversal: false, text: `pay ${order.reference}` };
    const file = mt940Of({ ...truth, lines: [paying, ...others] }, { style: 'numbered', envelope: 'swift' });
    const body = await imported(file);
    expect(body).toMatchObject({ newLines: 4, knownLines: 0, proposed: 1 });
    expect(body.statements[0]).toMatchObject({ format: 'mt940', isProven: true, number: '601 2027-01-02' });
    const rows = await provenLines('B501X');
    expect(rows.every(({ is_proven }) => is_proven)).toBe(true);
    expect(rows.filter(({ is_reversal }) => is_reversal).length).toBe(
      others.filter(({ isReversal }) => isReversal).length,
    );
    expect(rows.map(({ value_on }) => value_on)).toContain('2026-12-31');
    expect((await importFile(app, finance, file)).body.code).toBe('STATEMENT_KNOWN');
  });

  it('CSV with balances is proven, and names our account by its heading', async () => {
    const writing = {
      dialect,
      delimiter: ';',
      newestFirst: true,
      arabicDigits: false,
      dateSign: '/',
    } as const;
    const body = await imported(csvOf(truthOf(502, 3), writing));
    expect(body.statements[0]).toMatchObject({
      format: 'csv',
      isProven: true,
      lines: 3,
      accountTail: OUR_IBAN.slice(-4),
    });
    const other = csvOf({ ...truthOf(503, 3), account: PAYER_IBAN }, writing);
    expect((await importFile(app, finance, other)).body.code).toBe('STATEMENT_OTHER_ACCOUNT');
  });

  it('camt.054 is kept unproven, and the statement that has the same movements proves them', async () => {
    const truth = truthOf(504, 3);
    const told = await imported(camtOf(truth, { message: '054', version: '08' }));
    expect(told.statements[0]).toMatchObject({ isProven: false, opening: null, closing: null });
    expect((await provenLines('B504X')).map(({ is_proven }) => is_proven)).toEqual([false, false, false]);
    const proven = await imported(
      camtOf({ ...truth, number: '504 whole' }, { message: '053', version: '02' }),
    );
    expect(proven).toMatchObject({ newLines: 0, knownLines: 3 });
    expect((await provenLines('B504X')).map(({ is_proven }) => is_proven)).toEqual([true, true, true]);
  });

  it('CSV proves no row by itself: not its first, unless it follows a statement, and nothing that came before', async () => {
    const rows = (...cells: string[]): string => [dialect.header.join(','), ...cells, ''].join('\n');
    const day = '2031-05-01';
    await imported(
      camtFile([{ number: 'P1', date: day, entries: [{ amount: '1.00', bankReference: 'B507X0' }] }]),
    );
    const alone = await imported(rows('02/05/2031,made up,B507X1,,700.00,9000.00'));
    expect(alone.statements[0]?.isProven).toBe(false);
    await imported(rows('03/05/2031,one,B507X2,,10.00,5000.00', '03/05/2031,two,B507X3,,10.00,5010.00'));
    await imported(rows('04/05/2031,follows,B507X4,,10.00,5020.00'));
    expect((await provenLines('B507X')).map(({ is_proven }) => is_proven)).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
    const notice = truthOf(508, 2);
    await imported(camtOf(notice, { message: '054', version: '08' }));
    const said = await imported(
      csvOf(notice, { dialect, delimiter: ',', newestFirst: false, arabicDigits: false, dateSign: '/' }),
    );
    expect(said.statements[0]?.isProven).toBe(true);
    expect(said.knownLines).toBeGreaterThan(0);
    const [raised] = await app.system((tx) =>
      tx.query<{ n: number }>(
        `select count(*)::int as n from statement_lines l join statements s on s.id = l.statement_id
         where l.is_proven and not s.is_proven`,
      ),
    );
    expect(raised?.n).toBe(3);
  });

  it('names our account by its local number, and no other by a part of it', async () => {
    const local = OUR_IBAN.slice(-12);
    const file = mt940Of(
      { ...truthOf(505, 2), account: `NJDB/000${local}` },
      { style: 'free', envelope: 'none' },
    );
    expect((await imported(file)).newLines).toBe(2);
    const short = mt940Of(
      { ...truthOf(506, 2), account: local.slice(-6) },
      { style: 'free', envelope: 'none' },
    );
    expect((await importFile(app, finance, short)).body.code).toBe('STATEMENT_OTHER_ACCOUNT');
  });

  it('with Hijri dates is refused by name', async () => {
    const file = `${dialect.header.join(',')}\n12/06/1448,text,R1,,10.00,110.00\n`;
    const { body } = await importFile(app, finance, file);
    expect([body.code, body.params.place]).toEqual(['STATEMENT_HIJRI_DATE', 'row 2, Date']);
  });
});

describe('the statement before', () => {
  it('is followed, or leaves a gap that is said and refuses nothing', async () => {
    const day = (date: string, opening: string) =>
      importEntries(app, {
        as: finance,
        entries: [{ amount: '10.00', text: `of ${date}`, date }],
        statement: { opening, date },
      });
    const gapOf = async (date: string, opening: string) => (await day(date, opening)).body.statements[0]?.gap;
    await day('2030-01-01', '100.00');
    expect(await gapOf('2030-01-02', '110.00')).toBeNull();
    expect(await gapOf('2030-01-04', '125.00')).toEqual(sar(500));
    const { body } = await app.call(transferDesk, { as: finance, query: { view: 'open' } });
    expect(body.latest?.gap).toEqual(sar(500));
  });
});

describe('a file that is refused leaves nothing', () => {
  const refused = async (file: string) => {
    const before = await stored();
    const answer = await importFile(app, finance, file);
    expect(await stored()).toBe(before);
    return answer;
  };

  it('when the balance does not prove, with the three numbers', async () => {
    const { status, body } = await refused(
      camtFile([{ number: 'X1', closing: '1009.99', entries: [{ amount: '10.00' }] }]),
    );
    expect([status, body.code]).toEqual([422, 'STATEMENT_NOT_PROVEN']);
    expect(body.params).toEqual({ opening: sar(100_000), movements: sar(1000), closing: sar(100_999) });
  });

  it('when one of two statements does not prove', async () => {
    const file = camtFile([
      { number: 'X2', entries: [{ amount: '1.00' }] },
      { number: 'X3', closing: '1.00' },
    ]);
    expect((await refused(file)).body.code).toBe('STATEMENT_NOT_PROVEN');
  });

  it('when the summary announces other entries, the account is another, or the currency', async () => {
    const summary = '<TxsSummry><TtlNtries><NbOfNtries>35</NbOfNtries></TtlNtries></TxsSummry>';
    const unproven = (await refused(camtFile([{ number: 'X4', summary, entries: [{ amount: '1.00' }] }])))
      .body;
    expect([unproven.code, unproven.params.place]).toEqual([
      'STATEMENT_NOT_READABLE',
      'Stmt 1/TxsSummry/TtlNtries/NbOfNtries',
    ]);
    const other = (await refused(camtFile([{ number: 'X5', iban: PAYER_IBAN }]))).body;
    expect([other.code, other.params.iban]).toEqual([
      'STATEMENT_OTHER_ACCOUNT',
      `${PAYER_IBAN.slice(0, 4)} … ${PAYER_IBAN.slice(-4)}`,
    ]);
    expect((await refused(camtFile([{ number: 'X6', currency: 'USD' }]))).body.params.place).toBe('X6: USD');
  });

  it('when it is no statement at all', async () => {
    expect((await refused('<html></html>')).body.code).toBe('STATEMENT_NOT_READABLE');
    expect((await refused('')).status).toBeGreaterThanOrEqual(400);
  });

  it('when the account has its number already', async () => {
    const file = camtFile([{ number: 'TWICE', entries: [{ amount: '3.00', text: 'only once' }] }]);
    expect((await importFile(app, finance, file)).status).toBe(200);
    const { status, body } = await refused(file.replace('only once', 'something else'));
    expect([status, body.code, body.params.number]).toEqual([409, 'STATEMENT_KNOWN', 'TWICE']);
  });
});

it('the same key imports once and answers the same', async () => {
  const file = camtFile([{ number: 'KEYED', entries: [{ amount: '3.00', text: 'keyed' }] }]);
  const call = () =>
    app.call(importStatement, {
      as: finance,
      file: { bytes: file, type: 'text/xml' },
      key: 'one-and-the-same',
    });
  const [first, again] = [await call(), await call()];
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(first.body);
  expect(again.headers['idempotency-replayed']).toBe('true');
});

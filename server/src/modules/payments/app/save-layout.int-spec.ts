import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import {
  type CsvLayout,
  dropImport,
  getImportTable,
  getStatementImport,
  previewLayout,
  saveLayout,
} from '@qafila/shared/payments/statements.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { importFile, sar, seedSeller } from '../testing/payment-world';

let app: TestApp;
let finance: TestPerson;
beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  finance = await app.aStaff('finance');
});
afterAll(() => app.close());

/** A CSV of a bank nobody knows; the word in the header keeps the tests apart. */
const fileOf = (word: string, rows: readonly string[] = ROWS): string =>
  [`Account statement;;;;`, `Day ${word};What happened;Out;In;Saldo`, ...rows].join('\n');
const ROWS = ['21/11/2026;rent;250,00;;750,00', '22/11/2026;"Dar; Nour";;1.000,50;1.750,50'];
const LAYOUT: CsvLayout = {
  dateOrder: 'dmy',
  decimal: ',',
  columns: {
    date: 0,
    valueDate: null,
    amount: null,
    direction: null,
    debit: 2,
    credit: 3,
    text: [1],
    payerName: null,
    payerIban: null,
    reference: null,
    balance: 4,
  },
};

async function unmapped(file: string): Promise<string> {
  const { status, body } = await importFile(app, finance, file);
  expect([status, body.state, body.statements]).toEqual([200, 'unmapped', []]);
  return body.id;
}
const stateOf = async (id: string): Promise<AnswerOf<typeof getStatementImport>> =>
  (await app.call(getStatementImport, { as: finance, params: { id } })).body;
const preview = (id: string, layout: CsvLayout = LAYOUT, headerRow = 2) =>
  app.call(previewLayout, { as: finance, params: { id }, body: { headerRow, layout } });
const save = (id: string, layout: CsvLayout = LAYOUT, name = 'Bank of the test') =>
  app.call(saveLayout, { as: finance, params: { id }, body: { headerRow: 2, layout, name } });

describe('a CSV of unknown columns', () => {
  it('waits for a person, shows its first rows and what they look like', async () => {
    const id = await unmapped(fileOf('date'));
    const { body } = await app.call(getImportTable, { as: finance, params: { id } });
    expect(body.rows).toHaveLength(4);
    expect(body.rows[3]).toEqual(['22/11/2026', 'Dar; Nour', '', '1.000,50', '1.750,50']);
    expect(body.headerRow).toBe(2);
    expect(body.guess).toMatchObject({ dateOrder: 'dmy', columns: { date: 0, balance: null } });
  });

  it('is shown as a layout reads it, with its proof', async () => {
    const { body } = await preview(await unmapped(fileOf('shown')));
    expect(body).toMatchObject({
      fault: null,
      isProven: true,
      from: '2026-11-21',
      to: '2026-11-22',
      opening: sar(100_000),
      movements: sar(75_050),
      closing: sar(175_050),
      lineCount: 2,
      hasMore: false,
    });
    expect(body.lines[1]).toMatchObject({
      text: 'Dar; Nour',
      amount: sar(100_050),
      balanceAfter: sar(175_050),
    });
  });

  it('says where a layout does not fit', async () => {
    const id = await unmapped(fileOf('misread'));
    const american = await preview(id, { ...LAYOUT, dateOrder: 'mdy' });
    expect(american.body).toMatchObject({
      lineCount: 0,
      fault: { code: 'STATEMENT_NOT_READABLE', params: { place: 'row 3, Day misread' } },
    });
    const unbalanced = await preview(id, { ...LAYOUT, columns: { ...LAYOUT.columns, balance: null } });
    expect(unbalanced.body).toMatchObject({ fault: null, isProven: false, opening: null, lineCount: 2 });
    const swapped = await preview(id, { ...LAYOUT, columns: { ...LAYOUT.columns, debit: 3, credit: 2 } });
    expect(swapped.body).toMatchObject({ lineCount: 2, fault: { params: { place: 'row 4, Saldo' } } });
  });

  it('is imported by the layout a person saves, and so is the next file with its header', async () => {
    const id = await unmapped(fileOf('saved'));
    expect((await save(id)).body.state).toBe('waiting');
    await app.drain();
    expect(await stateOf(id)).toMatchObject({
      state: 'done',
      newLines: 2,
      statements: [{ isProven: true, format: 'csv' }],
    });
    const next = ['23/11/2026;late;;1,00;1.751,50'];
    const { body } = await importFile(app, finance, fileOf('SAVED ', next));
    expect(body).toMatchObject({ state: 'done', newLines: 1 });
    const [row] = await app.system((tx) =>
      tx.query<{ after: { name: string } }>(
        `select after from audit_event where event = 'payments.layout_saved'`,
      ),
    );
    expect(row?.after.name).toBe('Bank of the test');
  });

  it('is not saved by a layout that cannot read it, and stays as it was', async () => {
    const id = await unmapped(fileOf('refused'));
    const { status, body } = await save(id, { ...LAYOUT, decimal: '.' });
    expect([status, body.code]).toEqual([422, 'STATEMENT_NOT_READABLE']);
    const twice = { ...LAYOUT, columns: { ...LAYOUT.columns, amount: 3 } };
    expect((await save(id, twice)).body.code).toBe('FIELDS_INVALID');
    expect((await stateOf(id)).state).toBe('unmapped');
  });

  it('takes a second layout for the same header in place of the first', async () => {
    const first = await unmapped(fileOf('again'));
    const second = await unmapped(fileOf('again', ['21/11/2026;rent;;5,00;5,00']));
    await save(first, LAYOUT, 'First');
    await save(second, LAYOUT, 'Second');
    const rows = await app.system((tx) =>
      tx.query<{ name: string }>(`select name from csv_dialects where header->>0 = 'day again'`),
    );
    expect(rows).toEqual([{ name: 'Second' }]);
  });

  it('can be let go of; then nothing of it can be named any more', async () => {
    const id = await unmapped(fileOf('dropped'));
    expect((await app.call(dropImport, { as: finance, params: { id } })).body.state).toBe('dropped');
    await app.drain();
    const kept = await app.system((tx) =>
      tx.query('select file_id from statement_imports where id = $1 and file_id is not null', [id]),
    );
    expect(kept).toEqual([]);
    for (const answer of [
      await preview(id),
      await save(id),
      await app.call(getImportTable, { as: finance, params: { id } }),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'WRONG_STATE']);
  });
});

it('a text that is no table is refused at once', async () => {
  const { status, body } = await importFile(app, finance, 'good morning\n, dear bank');
  expect([status, body.code]).toEqual([422, 'STATEMENT_NOT_READABLE']);
});

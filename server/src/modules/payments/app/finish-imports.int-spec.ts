import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getStatementImport, type StatementImportView } from '@qafila/shared/payments/statements.contract';
import { isLong } from '../../../../test/support/long';
import { until } from '../../../../test/support/real-process';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { camtFile } from '../testing/camt-file';
import { mt940Of } from '../testing/made-mt940';
import { type Truth, truthOf } from '../testing/made-truth';
import { importFile, seedOrder, seedSeller } from '../testing/payment-world';
import { WORKER_FROM_BYTES } from './import-statement';

/** `npm run test:long` reads a hundred thousand. */
const MANY = isLong ? 100_000 : 20_000;
const MANY_MS = 240_000;
/** Statements of the database for one portion of lines: the insert, the progress, and the proposals at most. */
const PER_PORTION = 6;
/** Finding what waits, holding it, seller, statements, audit, the end, the file. */
const AROUND = 40;

let app: TestApp;
let finance: TestPerson;
beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  finance = await app.aStaff('finance');
});
afterAll(() => app.close());

const many = truthOf(700, MANY);
const mt940 = (truth: Truth): string => mt940Of(truth, { style: 'free', envelope: 'none' });
const large = (truth: Truth): Truth => ({ ...truth, lines: truthOf(701, 6000).lines });

async function taken(file: string): Promise<string> {
  const { status, body } = await importFile(app, finance, file);
  expect([status, body.state, body.statements]).toEqual([200, 'waiting', []]);
  return body.id;
}
async function seen(id: string): Promise<StatementImportView> {
  const { status, body } = await app.call(getStatementImport, { as: finance, params: { id } });
  expect(status).toBe(200);
  return body;
}
const count = async (sql: string): Promise<number> => {
  const [row] = await app.system((tx) => tx.query<{ n: number }>(sql));
  return row?.n ?? -1;
};
const lines = (): Promise<number> => count('select count(*)::int as n from statement_lines');
const files = (): Promise<number> =>
  count(`select count(*)::int as n from stored_files where kind = 'statement'`);

describe('more lines than one call reads', () => {
  it(
    'wait for the worker, are read with progress, and keep each line once, twice and overlapping',
    async () => {
      const idle = await app.statements(() => app.drain());
      const id = await taken(mt940(many));
      expect([await lines(), await files()]).toEqual([0, 1]);
      const sent = await app.statements(() => app.drain());
      expect(await seen(id)).toMatchObject({
        state: 'done',
        newLines: MANY,
        knownLines: 0,
        linesRead: MANY,
        linesInAll: MANY,
      });
      expect(sent.length - idle.length).toBeLessThanOrEqual((MANY / 1000) * PER_PORTION + AROUND);
      expect([await lines(), await files()]).toEqual([MANY, 0]);

      const again = await taken(mt940(many));
      await app.drain();
      expect(await seen(again)).toMatchObject({
        state: 'refused',
        refusal: { code: 'STATEMENT_KNOWN' },
        newLines: 0,
      });

      const half = MANY / 2;
      const opening = many.lines.slice(0, half).reduce((sum, { units }) => sum + units, many.opening);
      const newer = truthOf(702, MANY / 5).lines;
      const overlapping = { ...many, number: '999', opening, lines: [...many.lines.slice(half), ...newer] };
      const third = await taken(mt940(overlapping));
      await app.drain();
      expect(await seen(third)).toMatchObject({ state: 'done', newLines: newer.length, knownLines: half });
      expect(await lines()).toBe(MANY + newer.length);
    },
    MANY_MS,
  );
});

describe('an import that the worker reads', () => {
  it('tells how far it is before it ends', async () => {
    const id = await taken(mt940({ ...large(truthOf(710, 1)), number: '710' }));
    const work = app.drain();
    await until('lines are read', async () => {
      const { linesRead, state } = await seen(id);
      return linesRead > 0 && (state === 'done' || linesRead < 6000);
    });
    await work;
    expect((await seen(id)).state).toBe('done');
  });

  it('is refused whole with the reason and the place a call would have named', async () => {
    const before = await lines();
    const file = mt940({ ...large(truthOf(711, 1)), number: '711' });
    const broken = await taken(file.replace(/(:62F:.{10})/, '$11'));
    const nonsense = await taken(`<html>${' '.repeat(WORKER_FROM_BYTES)}</html>`);
    await app.drain();
    expect((await seen(broken)).refusal?.code).toBe('STATEMENT_NOT_PROVEN');
    expect((await seen(nonsense)).refusal).toEqual({
      code: 'STATEMENT_NOT_READABLE',
      params: { place: 'Document: camt.053 | camt.054, 001.02–10' },
    });
    expect([await lines(), await files()]).toEqual([before, 0]);
  });

  it('begins again where a worker ended, and is refused when that happens too often', async () => {
    const id = await taken(mt940({ ...large(truthOf(712, 1)), number: '712' }));
    await app.system((tx) =>
      tx.query(`update statement_imports set state = 'reading', lines_read = 3000, tries = 1 where id = $1`, [
        id,
      ]),
    );
    await app.drain();
    expect(await seen(id)).toMatchObject({ state: 'done', linesRead: 6000 });
    const deadly = await taken(mt940({ ...large(truthOf(713, 1)), number: '713' }));
    await app.system((tx) =>
      tx.query(`update statement_imports set state = 'reading', tries = 4 where id = $1`, [deadly]),
    );
    await app.drain();
    expect((await seen(deadly)).refusal).toEqual({
      code: 'STATEMENT_NOT_FINISHED',
      params: { tries: 4 },
    });
  });

  it('waits as long as something beside the file fails, and is read then', async () => {
    const id = await taken(mt940(truthOf(716, 6000)));
    const moved = (from: string, to: string) =>
      app.system((tx) =>
        tx.query(
          `update stored_files f set path = replace(f.path, $2, $3) from statement_imports i
           where i.id = $1 and f.id = i.file_id`,
          [id, from, to],
        ),
      );
    await moved('sealed', 'elsewhere');
    for (let i = 0; i < 5; i += 1) await app.drain();
    expect(await seen(id)).toMatchObject({ state: 'reading', refusal: null });
    await moved('elsewhere', 'sealed');
    await app.drain();
    expect(await seen(id)).toMatchObject({ state: 'done', newLines: 6000 });
  });

  it('is read once by two workers', async () => {
    const before = await lines();
    const truth = truthOf(714, 6000);
    const id = await taken(mt940(truth));
    await Promise.all([app.drain(), app.drain()]);
    expect(await seen(id)).toMatchObject({ state: 'done', newLines: 6000 });
    expect(await lines()).toBe(before + 6000);
  });

  it('proposes matches, and stands in the audit under who brought it', async () => {
    const { companyId } = await app.aTrader();
    const order = await seedOrder(app, { companyId, total: 575_000 });
    const truth = truthOf(715, 6000);
    const [first, ...others] = truth.lines;
    if (!first) throw new Error('a line was made');
    const paying = { ...first, units: 575_000n, isReversal: false, text: order.reference };
    const id = await taken(mt940({ ...truth, lines: [paying, ...others] }));
    await app.drain();
    expect(await seen(id)).toMatchObject({ state: 'done', proposed: 1 });
    const rows = await app.system((tx) =>
      tx.query<{ person_id: string; acting_as: string }>(
        `select e.person_id, e.acting_as from audit_event e join statements s on s.id::text = e.subject_id
         where s.import_id = $1`,
        [id],
      ),
    );
    expect(rows).toEqual([{ person_id: finance.actor.personId, acting_as: 'system' }]);
  });
});

it('a small file needs no worker', async () => {
  const { body } = await importFile(
    app,
    finance,
    camtFile([{ number: 'SMALL', entries: [{ amount: '3.00' }] }]),
  );
  expect(body).toMatchObject({ state: 'done', linesRead: 1, linesInAll: 1, newLines: 1 });
  expect(await seen(body.id)).toEqual(body);
});

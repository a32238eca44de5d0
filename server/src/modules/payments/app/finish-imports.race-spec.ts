import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { getStatementImport, type StatementImportView } from '@qafila/shared/payments/statements.contract';
import { InVain, RealProcess, until } from '../../../../test/support/real-process';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { mt940Of } from '../testing/made-mt940';
import { truthOf } from '../testing/made-truth';
import { importFile, seedSeller } from '../testing/payment-world';

const MANY = 40_000;
const ROUND_MS = 240_000;

let app: TestApp;
let finance: TestPerson;
const workers: RealProcess[] = [];
beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  finance = await app.aStaff('finance');
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill9()));
  await app.close();
});

function aWorker(): RealProcess {
  const worker = RealProcess.start('worker', { ...app.environment });
  workers.push(worker);
  return worker;
}
const lines = async (): Promise<number> => {
  const [row] = await app.system((tx) =>
    tx.query<{ n: number }>('select count(*)::int as n from statement_lines'),
  );
  return row?.n ?? -1;
};

it(
  'a worker that is killed in the middle leaves nothing, and the next one imports each line once',
  async () => {
    const file = mt940Of(truthOf(800, MANY), { style: 'free', envelope: 'none' });
    const { body } = await importFile(app, finance, file);
    const seen = async (worker: RealProcess): Promise<StatementImportView> => {
      if (!worker.isRunning) throw new InVain(`the worker ended: ${worker.lastWords}`);
      return (await app.call(getStatementImport, { as: finance, params: { id: body.id } })).body;
    };
    const first = aWorker();
    await until('lines are read', async () => (await seen(first)).linesRead > 0);
    const { state, linesRead } = await seen(first);
    await first.kill9();
    expect([state, linesRead > 0, linesRead < MANY]).toEqual(['reading', true, true]);
    expect(await lines()).toBe(0);
    const second = aWorker();
    await until('the import is done', async () => (await seen(second)).state === 'done');
    expect(await seen(second)).toMatchObject({ newLines: MANY, knownLines: 0, linesRead: MANY });
    expect(await lines()).toBe(MANY);
  },
  ROUND_MS,
);

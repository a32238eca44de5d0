import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ignoreLine,
  type LinePart,
  type StatementLineView,
  splitLine,
  undoMatch,
} from '@qafila/shared/payments/desk.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { violatedConstraint } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { LedgerRepository } from '../db/ledger.repository';
import { MatchRepository } from '../db/match.repository';
import {
  confirmLines,
  deskLines,
  importEntries,
  ledgerOf,
  matchOf,
  reviewOf,
  sar,
  seedOrder,
  seedSeller,
} from '../testing/payment-world';
import { ConfirmMatches } from './confirm-matches';

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

const ROUNDS = 8;
const DONE = 'done';

async function aLine(given: {
  amount: string;
  text?: string;
  direction?: 'DBIT';
}): Promise<StatementLineView> {
  const text = `${given.text ?? 'race'} ${newId()}`;
  await importEntries(app, { as: finance, entries: [{ ...given, text }] });
  return lineNow({ text });
}
async function lineNow({ text }: Pick<StatementLineView, 'text'>): Promise<StatementLineView> {
  for (const view of ['open', 'second', 'done', 'out'] as const) {
    const line = (await deskLines(app, finance, view)).find((each) => each.text === text);
    if (line) return line;
  }
  throw new Error('no line with this text');
}
const outcomeOf = (answer: { status: number; body: { code?: string } }): string =>
  answer.status === 200 ? DONE : (answer.body.code ?? '');
const credit = (minor: number): LinePart => ({
  target: { kind: 'company', id: companyId },
  amount: sar(minor),
});
const split = (as: TestPerson, { id, version }: StatementLineView, parts: LinePart[]) =>
  app.call(splitLine, { as, params: { id }, body: { version, parts, reason: 'as agreed' } });
/** What confirming a line comes to, reviewed before anybody else moved. */
async function confirming(as: TestPerson, line: StatementLineView): Promise<() => Promise<string>> {
  const { hash, matches } = await reviewOf(app, as, [await lineNow(line)]);
  return async () => {
    try {
      await app.get(ConfirmMatches).run(app.actorOf(as), { hash, matches });
      return DONE;
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
  };
}

describe('two clerks at once', () => {
  it('say different things of one line: one wins, the other is told', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const order = await seedOrder(app, { companyId, total: 50_000 });
      const line = await aLine({ amount: '500.00' });
      const forOrder: LinePart = { target: { kind: 'order', id: order.orderId }, amount: sar(50_000) };
      const answers = await Promise.all([
        split(finance, line, [forOrder]),
        split(second, line, [credit(50_000)]),
      ]);
      expect(answers.map(outcomeOf).sort()).toEqual(['STALE_RECORD', DONE]);
      expect((await lineNow(line)).matches).toHaveLength(1);
    }
  });

  it('match a line and set it aside: it is never both', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const line = await aLine({ amount: '500.00' });
      const [matched, aside] = await Promise.all([
        split(finance, line, [credit(50_000)]),
        app.call(ignoreLine, {
          as: second,
          params: { id: line.id },
          body: { version: line.version, reason: 'not a trader' },
        }),
      ]);
      const isAside = outcomeOf(aside) === DONE;
      expect([outcomeOf(aside), outcomeOf(matched)]).toEqual(
        isAside ? [DONE, 'WRONG_STATE'] : ['STALE_RECORD', DONE],
      );
      const now = await lineNow(line);
      expect([now.state, now.matches.length]).toEqual(isAside ? ['ignored', 0] : ['proposed', 1]);
    }
  });

  it('ask to take the same match back: it is asked once, and reversed once', async () => {
    const order = await seedOrder(app, { companyId, total: 50_000 });
    const line = await aLine({ amount: '500.00', text: order.reference });
    await confirmLines(app, finance, [line]);
    const { id, version } = matchOf(await lineNow(line));
    const asks = await Promise.all(
      [finance, second].map((as) =>
        app.call(undoMatch, { as, params: { id }, body: { version, reason: 'another order' } }),
      ),
    );
    expect(asks.map(outcomeOf).sort()).toEqual(['WRONG_STATE', DONE]);
    await confirmLines(app, finance, [await lineNow(line)]);
    const confirm = await confirming(second, line);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => confirm()));
    expect(outcomes.filter((outcome) => outcome === DONE)).toHaveLength(1);
    expect(await ledgerOf(app, order.orderId)).toEqual({ bank_clearing: 0, order: 0 });
  });

  it('pay the same credit out twice: it is paid once', async () => {
    const came = await aLine({ amount: '500.00' });
    await split(finance, came, [credit(50_000)]);
    await confirmLines(app, finance, [await lineNow(came)]);
    await confirmLines(app, second, [await lineNow(came)]);
    const outs = [
      await aLine({ amount: '500.00', direction: 'DBIT' }),
      await aLine({ amount: '500.00', direction: 'DBIT' }),
    ];
    for (const out of outs) {
      await split(finance, out, [credit(50_000)]);
      await confirmLines(app, finance, [await lineNow(out)]);
    }
    const confirms = [await confirming(second, outs[0] ?? came), await confirming(second, outs[1] ?? came)];
    const outcomes = await Promise.all(confirms.map((confirm) => confirm()));
    expect(outcomes.sort()).toEqual(['MONEY_MOVED_ON', DONE]);
    expect(await app.system((tx) => app.get(LedgerRepository).creditOf(tx, companyId, 'SAR'))).toEqual(
      sar(0),
    );
  });
});

it('the database itself lets no line be matched beyond its amount, whoever asks at once', async () => {
  const line = await aLine({ amount: '500.00' });
  const add = (minor: number) =>
    app.system((tx) =>
      app.get(MatchRepository).add(tx, [
        {
          id: newId(),
          lineId: line.id,
          kind: 'credit',
          class: null,
          companyId,
          orderId: null,
          reference: null,
          amount: sar(minor),
          writtenOff: sar(0),
          reversesId: null,
          reasons: [],
          wordsSealed: null,
        },
      ]),
    );
  const outcomes = await Promise.allSettled([add(30_000), add(30_000), add(50_001)]);
  const refused = outcomes.flatMap((each) =>
    each.status === 'rejected' ? [violatedConstraint(each.reason)] : [],
  );
  expect(refused).toHaveLength(2);
  expect(refused.every((name) => name === 'ck_matches_within_line' || name === 'uq_matches_line')).toBe(true);
  await app.system((tx) => tx.query(`update matches set state = 'withdrawn' where line_id = $1`, [line.id]));
});

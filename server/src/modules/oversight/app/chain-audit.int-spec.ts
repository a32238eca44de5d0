import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditTrail, staffToday } from '@qafila/shared/oversight/oversight.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { Audit } from '../../../platform/audit/audit';
import { STORE_KEY } from '../../../platform/crypto/field-cipher';
import { AUDIT_FACTS, ChainAudit, FIRST_HASH, linkHash } from './chain-audit';

interface LinkRow {
  chain_id: string;
  seq: string;
  previous_hash: string;
  hash: string;
  facts: string;
}

let app: TestApp;
let salma: TestPerson;
let companyId: string;

beforeAll(async () => {
  app = await aTestApp();
  salma = await app.aStaff('privacy_officer');
  companyId = (await app.aTrader()).companyId;
  await app.system(async (tx) => {
    for (let number = 1; number <= 3; number += 1) {
      await app.get(Audit).record(tx, { event: 'ordering.draft_changed', companyId, after: { number } });
      await app
        .get(Audit)
        .record(tx, { event: 'payments.statement_imported', companyId: null, after: { number } });
    }
  });
});
afterAll(() => app?.close());

const links = (): Promise<LinkRow[]> =>
  app.system((tx) =>
    tx.query<LinkRow>(
      `select c.chain_id, c.seq, c.previous_hash, c.hash, ${AUDIT_FACTS} as facts
       from audit_chain c join audit_event e on e.id = c.event_id order by c.chain_id, c.seq`,
    ),
  );

/** Ids of chains whose links do not follow from one another and from the rows they cover. */
function broken(rows: readonly LinkRow[]): string[] {
  const heads = new Map<string, { seq: number; hash: string }>();
  return rows.flatMap((row) => {
    const head = heads.get(row.chain_id) ?? { seq: 0, hash: FIRST_HASH };
    heads.set(row.chain_id, { seq: Number(row.seq), hash: row.hash });
    const isRight =
      row.previous_hash === head.hash &&
      Number(row.seq) === head.seq + 1 &&
      row.hash === linkHash(head.hash, head.seq + 1, row.facts);
    return isRight ? [] : [row.chain_id];
  });
}

describe('the audit chain', () => {
  it('counts what is not chained yet, then chains each company and the store apart', async () => {
    const before = await app.call(staffToday, { as: salma });
    expect(before.body.cards.find((card) => card.kind === 'audit_unchained')?.count).toBe(6);
    await app.get(ChainAudit).run();
    const rows = await links();
    expect(rows.filter((row) => row.chain_id === companyId).map((row) => Number(row.seq))).toEqual([1, 2, 3]);
    expect(rows.filter((row) => row.chain_id === STORE_KEY)).toHaveLength(3);
    expect(broken(rows)).toEqual([]);
  });

  it('goes on from the head, and two workers at once add nothing twice', async () => {
    await app.system((tx) => app.get(Audit).record(tx, { event: 'ordering.draft_changed', companyId }));
    await Promise.all([1, 2, 3].map(() => app.get(ChainAudit).run()));
    const rows = await links();
    expect(rows.filter((row) => row.chain_id === companyId)).toHaveLength(4);
    expect(broken(rows)).toEqual([]);
  });

  it('lets nobody with the application’s login change or remove a row', async () => {
    for (const statement of [
      'update audit_event set event = $1',
      'delete from audit_event where event <> $1',
    ]) {
      await expect(app.system((tx) => tx.query(statement, ['x']))).rejects.toThrow('permission denied');
    }
  });

  it('shows the trail by ids, newest first, page by page', async () => {
    const first = await app.call(auditTrail, {
      as: salma,
      query: { event: 'ordering.draft_changed', limit: 3 },
    });
    expect(first.body.rows).toHaveLength(3);
    expect(first.body.rows.every((row) => row.isChained && row.companyId === companyId)).toBe(true);
    const rest = await app.call(auditTrail, {
      as: salma,
      query: { event: 'ordering.draft_changed', limit: 3, after: first.body.next ?? undefined },
    });
    expect(rest.body.rows).toHaveLength(1);
    expect(rest.body.next).toBeNull();
  });
});

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Client } from 'pg';
import { connectedTo } from '../../../../test/support/schema-facts';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { Audit } from '../../../platform/audit/audit';
import { Config } from '../../../platform/config/config';
import { STORE_KEY } from '../../../platform/crypto/field-cipher';
import { chainNow } from '../testing/chain-now';
import { TAMPERINGS } from '../testing/tampering';
import { ChainAudit } from './chain-audit';
import type { FaultKind } from './judge-chain';
import { SealHeads } from './seal-heads';
import { type AuditReport, VerifyAudit } from './verify-audit';

const DAY_MS = 86_400_000;
const EACH_DAY = 7;

let app: TestApp;
let companies: string[];
beforeAll(async () => {
  app = await aTestApp();
  companies = [(await app.aTrader()).companyId, (await app.aTrader()).companyId];
  for (let day = 1; day <= 3; day += 1) {
    await happen(EACH_DAY);
    await app.get(ChainAudit).run();
    await app.get(SealHeads).run();
    await app.clock.advance(DAY_MS);
  }
}, 60_000);
afterAll(() => app?.close());

/** Something happens in each company and in the store. */
const happen = (times: number): Promise<void> =>
  app.system(async (tx) => {
    for (let number = 1; number <= times; number += 1) {
      for (const companyId of [...companies, null]) {
        await app.get(Audit).record(tx, {
          event: number % 2 === 0 ? 'ordering.draft_changed' : 'ordering.draft_created',
          companyId,
          subject: { kind: 'order', id: `${number}` },
          after: { number },
          words: `Said for the ${number}. time`,
        });
      }
    }
  });
const verified = (): Promise<AuditReport> => app.get(VerifyAudit).run();
const kinds = (report: AuditReport): FaultKind[] => [...new Set(report.faults.map(({ kind }) => kind))];

/** Does something as the owner of the tables and looks at it, then undoes it. */
const after = (work: (client: Client) => Promise<unknown>): Promise<AuditReport> =>
  connectedTo(app.database.adminUrl, async (client) => {
    await client.query('begin');
    await client.query(`select set_config('app.staff', 'on', true)`);
    await work(client);
    const query = async <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
      (await client.query(sql, [...values])).rows as Row[];
    const report = await app.get(VerifyAudit).run({ query });
    await client.query('rollback');
    return report;
  });

const folder = (): string => join(app.get(Config).values.DATA_DIR, 'audit-seals');
const files = (): string[] => readdirSync(folder()).sort();

describe('the check of the trail', () => {
  it('finds nothing in a trail that nobody touched, and says how much it read', async () => {
    const report = await verified();
    expect(report).toEqual({ links: 3 * EACH_DAY * 3, seals: 3, faults: [] });
    expect(files().length).toBe(3);
  });

  it('finds each of 300 random tamperings, in the chain where it happened', async () => {
    const seen = new Map<string, Set<FaultKind>>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(TAMPERINGS)),
        fc.infiniteStream(fc.nat()),
        async (name, numbers) => {
          const pick = (bound: number): number => Number(numbers.next().value) % bound;
          let touched: string[] = [];
          const { faults } = await after(async (client) => {
            touched = (await TAMPERINGS[name]?.(client, pick)) ?? [];
          });
          expect(faults.length).toBeGreaterThan(0);
          expect(faults.every(({ chainId }) => touched.includes(chainId ?? ''))).toBe(true);
          seen.set(name, new Set([...(seen.get(name) ?? []), ...faults.map(({ kind }) => kind)]));
        },
      ),
      { numRuns: 300 },
    );
    expect([...seen.keys()].sort()).toEqual(Object.keys(TAMPERINGS).sort());
    expect(seen.get('cutTail')).toEqual(new Set(['cut']));
    expect(seen.get('rewrite')).toEqual(new Set(['rewritten']));
  }, 120_000);

  it('names the place of an edit: the chain, the link and the event', async () => {
    const [company = ''] = companies;
    const { faults } = await after((client) =>
      client.query(
        `update audit_event set after = '{}' where id = (select event_id from audit_chain where chain_id = $1 and seq = 5)`,
        [company],
      ),
    );
    expect(faults).toEqual([
      { kind: 'edited', chainId: company, seq: 5, eventId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    ]);
  });

  it('finds an event that was put in with an old date, and one that lost its link', async () => {
    const put = await after((client) =>
      client.query(
        `insert into audit_event (id, at, event) values (gen_random_uuid(), now() - interval '1 year', 'identity.signed_in')`,
      ),
    );
    expect(put.faults).toMatchObject([{ kind: 'unchained', chainId: STORE_KEY }]);
    const chained = await after(async (client) => {
      await client.query(
        `insert into audit_event (id, at, event) values ('ffffffff-ffff-7fff-bfff-ffffffffffff', $1, 'identity.signed_in')`,
        [new Date(app.clock.now().getTime() - 30 * DAY_MS)],
      );
      // As the worker would chain it a minute later.
      await chainNow(client, STORE_KEY);
    });
    expect(kinds(chained)).toEqual(['backdated']);
  });
});

describe('the signed heads', () => {
  it('are one a day, each naming the one before, in the table and in a file', async () => {
    await app.get(SealHeads).run();
    await app.get(SealHeads).run();
    expect((await verified()).seals).toBe(4);
    expect(files().length).toBe(4);
  });

  it('that were changed, taken away or signed by another key are found', async () => {
    const forge = `update audit_seals set document = replace(document, '"number":2', '"number":2 ') where number = 2`;
    expect(kinds(await after((client) => client.query(forge)))).toEqual(['seal_differs', 'seal_forged']);
    const other = `update audit_seals set signature = (select signature from audit_seals where number = 1) where number = 2`;
    expect(kinds(await after((client) => client.query(other)))).toEqual(['seal_differs', 'seal_forged']);
    const gone = 'delete from audit_seals where number = 4';
    expect((await after((client) => client.query(gone))).faults).toMatchObject([
      { kind: 'seal_gone', seq: 4 },
    ]);
  });

  it('in a file that is gone or edited are found', async () => {
    const file = join(folder(), files()[1] ?? '');
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    expect((await verified()).faults).toMatchObject([{ kind: 'seal_file_gone', seq: 2 }]);
    writeFileSync(file, text.replace('"day": "', '"day": "1'));
    expect(kinds(await verified())).toEqual(['seal_differs']);
    writeFileSync(file, text);
    expect((await verified()).faults).toEqual([]);
  });

  it('find a cut although the newest seals were cut with it: the file still stands', async () => {
    const report = await after(async (client) => {
      await client.query('delete from audit_seals where number >= 3');
      const { rows } = await client.query<{ event_id: string }>(
        'delete from audit_chain where seq > $1 returning event_id',
        [2 * EACH_DAY],
      );
      await client.query('delete from audit_event where id = any($1::uuid[])', [
        rows.map((row) => row.event_id),
      ]);
    });
    expect(kinds(report).sort()).toEqual(['cut', 'seal_gone']);
  });
});

it('the erasure of a company leaves the trail whole', async () => {
  const [company = ''] = companies;
  await app.system(async (tx) => {
    await tx.query('delete from data_keys where owner_id = $1', [company]);
    await tx.query(
      `update people set name = 'erased', email_enc = '' where id in (select person_id from memberships where company_id = $1)`,
      [company],
    );
  });
  expect((await verified()).faults).toEqual([]);
});

it('the application’s login can neither change nor remove what was signed', async () => {
  for (const statement of [
    'update audit_seals set document = $1',
    'delete from audit_chain where hash <> $1',
  ]) {
    await expect(app.system((tx) => tx.query(statement, ['x']))).rejects.toThrow('permission denied');
  }
});

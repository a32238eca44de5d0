import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestApp } from '../../../../test/support/test-app';
import { aDraft, aShop, submit, type Trader } from '../../ordering/testing/a-draft';
import { FIRST_POLICY } from '../policy/first-policy';
import { PublishPolicy } from './publish-policy';

const ENOUGH = { 'ARG-100': 180 };
let app: TestApp;
beforeAll(async () => {
  app = await aShop();
});
afterAll(() => app.close());

async function policyOfOrder(trader: Trader): Promise<number | undefined> {
  const draft = await aDraft(app, trader, ENOUGH);
  expect((await submit(app, trader, draft)).status).toBe(200);
  const [row] = await app.system((tx) =>
    tx.query<{ policy_version: number }>('select policy_version from orders where id = $1', [draft.id]),
  );
  return row?.policy_version;
}

it('an order carries the version in force when it was placed, and keeps it', async () => {
  const trader = await app.aTrader();
  expect(await policyOfOrder(trader)).toBe(1);
  const officer = await app.aStaff('privacy_officer');
  const { en, ar, no, fr } = FIRST_POLICY;
  const texts = { en: `${en}\nNew.`, ar: `${ar}\nجديد.`, no: `${no}\nNy.`, fr: `${fr}\nNouveau.` };
  await app.get(PublishPolicy).run(officer.actor, { basedOn: 1, texts });
  expect(await policyOfOrder(trader)).toBe(2);
  const rows = await app.system((tx) =>
    tx.query<{ policy_version: number }>(
      'select policy_version from orders where company_id = $1 order by submitted_at, id',
      [trader.companyId],
    ),
  );
  expect(rows.map((row) => row.policy_version).sort()).toEqual([1, 2]);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { submitApplication } from '@qafila/shared/traders/application.contract';
import { addAddress } from '@qafila/shared/traders/company.contract';
import { anApplicant, fill, VALUES, versionOf } from '../../src/modules/traders/testing/an-application';
import { StoredReplies } from '../../src/platform/http/stored-replies';
import { newId } from '../../src/platform/ids/new-id';
import { aTestApp, type TestApp } from '../support/test-app';
import type { TestPerson } from '../support/test-people';

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app.close());

/** Everything that is kept of the calls of a person, as one text. */
const keptOf = async ({ personId }: Pick<TestPerson, 'personId'>): Promise<string> =>
  JSON.stringify(
    await app.system((tx) => tx.query('select * from idempotency_keys where person_id = $1', [personId])),
  );

describe('the reply that is kept for a second try', () => {
  it('is the same to its caller and sealed in the table', async () => {
    const owner = await anApplicant(app);
    await fill(app, owner);
    const call = { as: owner, key: newId(), version: await versionOf(app, owner) };
    const first = await app.call(submitApplication, call);
    const second = await app.call(submitApplication, call);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.body).toEqual(first.body);
    const typed = Object.values(VALUES).flatMap((values) => Object.values(values));
    expect(first.raw.toString('utf8')).toContain(VALUES.contact?.contactName);
    const kept = await keptOf(owner);
    expect(typed.filter((text) => text.length > 5 && kept.includes(text))).toEqual([]);
  });

  it('is not given to the same person for another of his companies', async () => {
    const owner = await app.aTrader();
    const body = { label: 'Shop', country: 'SA', lines: ['King Fahd Road 1', 'Riyadh'] };
    const call = { as: owner, key: newId(), body };
    expect((await app.call(addAddress, call)).status).toBe(200);
    const { companyId } = await app.aTrader();
    await app.system((tx) =>
      tx.query('update sessions set company_id = $2 where id = $1', [owner.actor.sessionId, companyId]),
    );
    expect((await app.call(addAddress, call)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('is gone after three days', async () => {
    const owner = await anApplicant(app);
    await fill(app, owner);
    await app.call(submitApplication, { as: owner, version: await versionOf(app, owner) });
    await app.clock.advance(72 * 3_600_000 - 60_000);
    await app.get(StoredReplies).sweep();
    expect(await keptOf(owner)).not.toBe('[]');
    await app.clock.advance(120_000);
    await app.get(StoredReplies).sweep();
    expect(await keptOf(owner)).toBe('[]');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  approveApplication,
  giveVerdict,
  readReview,
  rejectApplication,
  submitApplication,
} from '@qafila/shared/traders/application.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { anApplicant, aSubmitted, fill, good, versionOf } from '../testing/an-application';

let app: TestApp;
let reviewers: [TestPerson, TestPerson];
beforeAll(async () => {
  app = await aTestApp();
  reviewers = [await app.aStaff('account_manager'), await app.aStaff('account_manager')];
});
afterAll(() => app.close());

const codes = (answers: readonly { status: number; body: { code?: string } }[]): string[] =>
  answers.map((answer) => (answer.status === 200 ? 'done' : (answer.body.code ?? ''))).sort();

describe('at the same time', () => {
  it('two reviewers decide on one application: one verdict counts, the other is told who holds it', async () => {
    const { id } = await aSubmitted(app);
    const { version } = good(await app.call(readReview, { as: reviewers[0], params: { id } }));
    const answers = await Promise.all(
      reviewers.map((as) =>
        app.call(giveVerdict, {
          as,
          params: { id, kind: 'contact' },
          version,
          body: { verdict: 'accepted' },
        }),
      ),
    );
    expect(codes(answers)).toEqual(['APPLICATION_CLAIMED', 'done']);
  });

  it('one reviewer approves in one window and rejects in the other: one decision', async () => {
    const { id } = await aSubmitted(app);
    const [as] = reviewers;
    let view = good(await app.call(readReview, { as, params: { id } }));
    for (const { kind, verdict } of view.items) {
      if (verdict === 'accepted') continue;
      const params = { id, kind };
      const given = { as, params, version: view.version, body: { verdict: 'accepted' as const } };
      view = good(await app.call(giveVerdict, given));
    }
    const at = { as, params: { id }, version: view.version };
    const answers = await Promise.all([
      app.call(approveApplication, {
        ...at,
        body: { priceList: 'trade-a', currency: 'SAR', accountManagerId: as.personId },
      }),
      app.call(rejectApplication, { ...at, body: { reason: 'other', text: 'We cannot open an account.' } }),
    ]);
    expect(codes(answers)).toEqual(['WRONG_STATE', 'done']);
  });

  it('an application sent ten times is sent once', async () => {
    const owner = await anApplicant(app);
    await fill(app, owner);
    const version = await versionOf(app, owner);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => app.call(submitApplication, { as: owner, version })),
    );
    expect(codes(answers).filter((code) => code === 'done')).toHaveLength(1);
    const [row] = await app.system((tx) =>
      tx.query<{ submissions: number }>('select submissions from applications where company_id = $1', [
        owner.companyId,
      ]),
    );
    expect(row?.submissions).toBe(1);
  });
});

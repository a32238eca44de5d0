import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { Problem } from '../../../platform/problems/problem';
import { FIRST_POLICY } from '../policy/first-policy';
import { PublishPolicy } from './publish-policy';

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app?.close());

describe('at the same time', () => {
  it('twenty publish on version 1: one becomes version 2, the others are told', async () => {
    const officer = await app.aStaff('privacy_officer');
    const tries = Array.from({ length: 20 }, (_, at) => {
      const line = (text: string): string => `${text}\n- ${at}`;
      const { en, ar, no, fr } = FIRST_POLICY;
      const texts = { en: line(en), ar: line(ar), no: line(no), fr: line(fr) };
      return app.get(PublishPolicy).run(officer.actor, { basedOn: 1, texts });
    });
    const settled = await Promise.allSettled(tries);
    const refused = settled.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as Problem).code] : [],
    );
    expect(refused).toEqual(Array.from({ length: 19 }, () => 'POLICY_MOVED_ON'));
    const texts = await app.system((tx) => tx.query('select locale from policy_texts where version = 2'));
    expect(texts).toHaveLength(4);
  });
});

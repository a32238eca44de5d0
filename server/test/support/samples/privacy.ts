import { FIRST_POLICY } from '../../../src/modules/privacy/policy/first-policy';
import { firstOf, type Samples } from './sample';

export const privacySamples: Samples = {
  'privacy.policy': () => ({ params: { version: 1 }, query: { locale: 'ar' } }),
  'privacy.see_policy': () => ({ body: { version: 1 } }),
  'privacy.save_policy_draft': async ({ world }) => {
    const { version } = await firstOf<{ version: number }>(
      world.app,
      'select coalesce((select version from policy_draft), 0) as version',
    );
    return { version, body: { texts: FIRST_POLICY } };
  },
  'privacy.publish_policy': async ({ world }) => {
    const { version: basedOn } = await firstOf<{ version: number }>(
      world.app,
      'select max(version) as version from policy_versions',
    );
    const changed = (text: string): string => `${text}\n- ${basedOn + 1}`;
    const { en, ar, no, fr } = FIRST_POLICY;
    return {
      body: { basedOn, texts: { en: changed(en), ar: changed(ar), no: changed(no), fr: changed(fr) } },
    };
  },
};

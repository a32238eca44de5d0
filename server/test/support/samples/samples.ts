import type { Endpoint } from '@qafila/shared/access/endpoint';
import { newId } from '../../../src/platform/ids/new-id';
import type { TestApp } from '../test-app';
import { brandingSamples } from './branding';
import { brandingDecisionsSamples } from './branding-decisions';
import { brandingDesignSamples } from './branding-design';
import { brandingFilesSamples } from './branding-files';
import { brandingPackagingSamples } from './branding-packaging';
import { brandingProfilesAfter, brandingProfilesSamples } from './branding-profiles';
import { catalogueSamples } from './catalogue';
import { identityAfter, identitySamples } from './identity';
import { notificationsSamples } from './notifications';
import { orderingSamples } from './ordering';
import { oversightSamples } from './oversight';
import { paymentsSamples } from './payments';
import { refundsSamples } from './payments-refunds';
import { privacySamples } from './privacy';
import type { SampleAt, SampleCall, Samples } from './sample';
import { shippingSamples } from './shipping';
import { storeSamples } from './store';
import { tradersActingSamples } from './traders-acting';
import { tradersApplicationSamples } from './traders-application';
import { tradersMembersSamples } from './traders-members';

// To add one: in the file of your capability, `'<capability>.<verb>': (at) => ({ params, body, … })`.
// It names things of `at.company` (own or foreign) and is called once for every cell: it must stay good.
/** One good call of every endpoint that needs more than its address; a test fails if one is missing. */
export const SAMPLES: Samples = {
  ...identitySamples,
  ...catalogueSamples,
  ...brandingSamples,
  ...brandingPackagingSamples,
  ...brandingProfilesSamples,
  ...brandingFilesSamples,
  ...brandingDesignSamples,
  ...brandingDecisionsSamples,
  ...orderingSamples,
  ...paymentsSamples,
  ...refundsSamples,
  ...shippingSamples,
  ...oversightSamples,
  ...notificationsSamples,
  ...tradersApplicationSamples,
  ...tradersMembersSamples,
  ...tradersActingSamples,
  ...storeSamples,
  ...privacySamples,
};

/** A good call of an endpoint, naming things of the company. */
export const sampleOf = async (endpoint: Endpoint, at: SampleAt): Promise<SampleCall> =>
  (await SAMPLES[endpoint.id]?.(at)) ?? {};

/** The same call for a thing that does not exist. */
export const withUnknownId = (call: SampleCall): SampleCall => ({
  ...call,
  params: { ...(call.params as object), id: newId() },
});

/** What has to be put right after a call, so that the next one finds the world as it was. */
export const AFTER: Readonly<Record<string, (app: TestApp) => Promise<void>>> = {
  ...identityAfter,
  ...brandingProfilesAfter,
  // The demo's control sets the clock from the database; the test moved it by hand before.
  'identity.move_clock': (app) => app.clock.advance(0),
  // Whoever left comes back: the next cell needs him.
  'traders.leave': (app) =>
    app.system(async (tx) => {
      await tx.query(`update memberships set state = 'active' where state = 'removed'`);
      await tx.query(
        `update sessions set closed_at = null, closed_reason = null where closed_reason = 'membership ended'`,
      );
    }),
};

interface Addresses {
  readonly portal: string;
  readonly tracking: string;
  readonly simulators: string;
}

/** The product of this worker: one given by hand, or the one that support/stack.ts started for it. */
function own(): Addresses {
  const { QAFILA_PORTAL_URL: portal, QAFILA_TRACKING_URL: tracking, QAFILA_STACKS: stacks } = process.env;
  if (portal && tracking) return { portal, tracking, simulators: process.env.QAFILA_SIMULATORS_URL ?? '' };
  const all = JSON.parse(stacks ?? '[]') as readonly Addresses[];
  const found = all[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  if (!found) throw new Error('No product runs for this worker: the journeys are run by npm test.');
  return found;
}

/** Origin of the portal under test. */
export const portalOrigin = (): string => own().portal;
/** Origin of the recipients' pages under test. */
export const trackingOrigin = (): string => own().tracking;
/** Origin of the gateways' simulators. */
export const simulatorsOrigin = (): string => own().simulators;
/** The folder the pictures of `npm run screens` go to. */
export const screensFolder = (): string => process.env.QAFILA_SCREENS_DIR ?? 'var/screens';
/** The environment for a process of the product started by a journey: the path and nothing of ours. */
export const bareEnvironment = (): Record<string, string> => ({ PATH: process.env.PATH ?? '' });

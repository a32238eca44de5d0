function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the journeys are run by npm test.`);
  return value;
}

/** Origin of the portal under test. */
export const portalOrigin = (): string => needed('QAFILA_PORTAL_URL');
/** Origin of the recipients' pages under test. */
export const trackingOrigin = (): string => needed('QAFILA_TRACKING_URL');
/** The folder the pictures of `npm run screens` go to. */
export const screensFolder = (): string => process.env.QAFILA_SCREENS_DIR ?? 'var/screens';
/** The environment for a process of the product started by a journey: the path and nothing of ours. */
export const bareEnvironment = (): Record<string, string> => ({ PATH: process.env.PATH ?? '' });

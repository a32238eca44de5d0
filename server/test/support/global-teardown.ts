/** Ends the cluster that global-setup started, if it started one. */
export default async function teardown(): Promise<void> {
  await globalThis.qafilaDatabaseProcess?.end();
}

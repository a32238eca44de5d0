import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOrder } from '@qafila/shared/ordering/ordering.contract';
import { aTestApp, type TestApp } from '../../../test/support/test-app';
import { loadCatalogue } from '../../demo/load-catalogue';
import { aDraft, available, submit } from './testing/a-draft';

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
  await app.system((tx) => loadCatalogue(tx, app.clock.now()));
});
afterAll(() => app.close());

describe('submit', () => {
  it('holds the stock, opens the payment and writes history, audit and event', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, { 'ARG-100': 180 });
    const before = await available(app, 'ARG-100');
    const placed = await submit(app, trader, draft);
    expect(placed.body).toMatchObject({ state: 'submitted', payment: 'awaiting' });
    expect(await available(app, 'ARG-100')).toBe(before - 180);
    const shown = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    expect(shown.body.timeline.map((step) => step.step)).toEqual(['create', 'submit']);
  });
});

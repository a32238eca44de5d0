import { describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import { contractSuite } from '../testing/contract-suite';
import { TABBY } from '../testing/profiles';

const current = contractSuite(TABBY, {
  methods: ['tabby'],
  authorise: true,
  partialCapture: true,
  cancelOpen: false,
  void: true,
  repeatableStart: false,
  refund: true,
  partialRefund: true,
  asyncRefund: false,
  hostedPage: true,
  hooks: true,
  hookIds: false,
  lists: false,
});

describe('Tabby', () => {
  it('refuses some people before any page, and never says why', async () => {
    const asked = current().asked();
    const contact = { ...asked.contact, phone: '+966500000002' };
    await expect(current().start({ ...asked, contact })).rejects.toThrow('rejected: not_available');
    expect(await current().gateway.findByReference(asked.ourRef)).toMatchObject({ state: 'failed' });
  });

  it('a page that the payer lets expire is over', async () => {
    const { ref, url } = await current().start();
    await current().person.press(url, 'expire');
    expect(await current().gateway.fetch(ref)).toMatchObject({ state: 'expired', captured: { minor: 0 } });
  });

  it('money is taken in parts, each once for its key, and the last part ends the payment', async () => {
    const started = await current().held();
    const part = money(100_001, 'SAR');
    await current().take(started, part, 1);
    await current().take(started, part, 1);
    expect(await current().take(started, money(400_000, 'SAR'), 2)).toMatchObject({
      state: 'captured',
      captured: { minor: 500_001 },
    });
  });

  it('a payment older than the first page of the list is found', async () => {
    const { given, ref } = await current().start();
    for (let more = 0; more < 21; more += 1) await current().start();
    expect((await current().gateway.findByReference(given.ourRef))?.ref).toBe(ref);
  });

  it('tells nothing of former orders', async () => {
    const { ref } = await current().start();
    const { tabby } = await current().control.state();
    const told = JSON.stringify(tabby?.holds);
    expect(told).toContain(ref);
    expect(told).not.toMatch(/history|loyalty|registered/);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import { Config, type ConfigValues, configSchema } from '../../../platform/config/config';
import { SimClock } from '../../../simulators/kernel/sim-clock';
import type { SimServer } from '../../../simulators/kernel/sim-server';
import { makeWorld } from '../../../simulators/make-world';
import { OutcomeUnknown } from '../domain/gateways/gateway-failure';
import { gatewayRef } from '../domain/gateways/gateway-ref';
import { idempotencyKey } from '../domain/gateways/idempotency-key';
import { OpenGateways } from './open-gateways';
import { ACCOUNTS, NOW } from './testing/open-bench';

const key = (fill: number): string => Buffer.alloc(32, Buffer.from([fill, fill + 1])).toString('base64');
const BASE = {
  QAFILA_MODE: 'test',
  DATABASE_URL: 'postgres://app:word@127.0.0.1:5432/qafila',
  KEY_ENCRYPTION_KEY: key(1),
  INDEX_KEY: key(2),
  SESSION_KEY: key(3),
  PASSWORD_PEPPER: key(4),
};
const valuesOf = (given: Record<string, string>): ConfigValues => configSchema.parse({ ...BASE, ...given });
const IDS = ['stripe', 'noon', 'tabby', 'tamara'] as const;

describe('the gateways of an installation', () => {
  const clock = new SimClock(NOW);
  let server: SimServer;
  beforeEach(async () => {
    server = makeWorld(ACCOUNTS, clock, 'open').server;
    await server.listen();
  });
  afterEach(() => server.kill());

  const simulated = (): Record<string, string> => ({
    GATEWAY_STRIPE_ORIGIN: server.origin,
    GATEWAY_STRIPE_KEY: ACCOUNTS.stripe.key,
    GATEWAY_STRIPE_HOOK_SECRETS: ACCOUNTS.stripe.hookSecret,
    GATEWAY_STRIPE_COUNTRY: 'DE',
    GATEWAY_NOON_ORIGIN: server.origin,
    GATEWAY_NOON_BUSINESS: ACCOUNTS.noon.business,
    GATEWAY_NOON_APPLICATION: ACCOUNTS.noon.application,
    GATEWAY_NOON_KEY: ACCOUNTS.noon.key,
    GATEWAY_NOON_HOOK_SECRETS: ACCOUNTS.noon.hookSecret,
    GATEWAY_TABBY_ORIGIN: server.origin,
    GATEWAY_TABBY_CODE: 'qafila',
    GATEWAY_TABBY_KEY: ACCOUNTS.tabby.key,
    GATEWAY_TABBY_HOOK_SECRETS: ACCOUNTS.tabby.hookSecret,
    GATEWAY_TAMARA_ORIGIN: server.origin,
    GATEWAY_TAMARA_KEY: ACCOUNTS.tamara.key,
    GATEWAY_TAMARA_HOOK_SECRETS: ACCOUNTS.tamara.hookSecret,
  });

  it('are none without keys', () => {
    const gateways = new OpenGateways(new Config(valuesOf({})), clock);
    expect(IDS.map((id) => [gateways.find(id), gateways.stateOf(id)])).toEqual(
      IDS.map(() => [undefined, 'off']),
    );
  });

  it('start a payment each, with the keys of the configuration', async () => {
    const gateways = new OpenGateways(new Config(valuesOf(simulated())), clock);
    for (const id of IDS) {
      const given = {
        ourRef: 'attempt',
        orderCode: '7K2Q',
        amount: money(500_000, 'SAR'),
        method: 'visa',
        take: 'now',
        locale: 'ar',
        returnUrl: 'https://portal.example/back',
        cancelUrl: 'https://portal.example/cancelled',
        hookUrl: 'https://portal.example/hooks',
        expiresAt: new Date(NOW.getTime() + 3_600_000),
        contact: {
          name: 'Noura Salem',
          email: 'noura@darnour.example',
          phone: '+966500000001',
          city: 'Riyadh',
          street: 'Olaya Street 1',
          postalCode: '12211',
          country: 'SA',
        },
      } as const;
      const told = await gateways.find(id)?.start(given, idempotencyKey('attempt', 'start', 1));
      expect(told).toMatchObject({
        kind: 'redirect',
        url: expect.stringContaining(`${server.origin}/${id}/`),
      });
    }
    expect(IDS.map((id) => gateways.stateOf(id))).toEqual(IDS.map(() => 'ready'));
    expect(IDS.map((id) => gateways.countryOf(id))).toEqual(['DE', 'SA', 'SA', 'SA']);
  });

  it('one that does not answer is down, alone, until it is tried again', async () => {
    const dead = { ...simulated(), GATEWAY_NOON_ORIGIN: 'http://127.0.0.1:1' };
    const gateways = new OpenGateways(new Config(valuesOf(dead)), clock);
    for (const _ of [1, 2]) {
      await expect(gateways.find('noon')?.fetch(gatewayRef('1'))).rejects.toThrow(OutcomeUnknown);
    }
    expect(IDS.map((id) => gateways.stateOf(id))).toEqual(['ready', 'down', 'ready', 'ready']);
    clock.advance(30_000);
    expect(gateways.stateOf('noon')).toBe('ready');
  });
});

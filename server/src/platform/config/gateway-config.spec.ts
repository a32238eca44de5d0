import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readConfig, UnsafeConfiguration } from './config';

const secret = (): string => randomBytes(32).toString('base64');
const PRODUCTION = {
  QAFILA_MODE: 'production',
  PUBLIC_ORIGIN: 'https://portal.example',
  TRACKING_ORIGIN: 'https://parcel.example',
  DATABASE_URL: 'postgres://app:word@postgres:5432/qafila',
  SMTP_URL: 'smtp://mail:1025',
  KEY_ENCRYPTION_KEY: secret(),
  INDEX_KEY: secret(),
  SESSION_KEY: secret(),
  PASSWORD_PEPPER: secret(),
};
const DEMO = { ...PRODUCTION, QAFILA_MODE: 'demo' };
const live = 'sk_live_0';
const LIVE = { GATEWAY_STRIPE_KEY: live, GATEWAY_STRIPE_HOOK_SECRETS: 'whsec_1' };
const SIMULATED = {
  GATEWAY_STRIPE_ORIGIN: 'http://127.0.0.1:3002',
  GATEWAY_STRIPE_KEY: 'sk_test_0',
  GATEWAY_STRIPE_HOOK_SECRETS: 'whsec_1',
};

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof UnsafeConfiguration) return error.faults;
    throw error;
  }
}
const nameOf = (fault: string): string => fault.split(':')[0] ?? '';

describe('the configuration of gateways', () => {
  it('is not needed, and an empty secret leaves a gateway off', () => {
    expect(faultsOf(PRODUCTION)).toEqual([]);
    const { values } = readConfig({ ...PRODUCTION, GATEWAY_STRIPE_KEY: '', GATEWAY_STRIPE_HOOK_SECRETS: '' });
    expect(values.GATEWAY_STRIPE_KEY).toBeUndefined();
  });

  it('takes live keys in production and simulators elsewhere', () => {
    expect(faultsOf({ ...PRODUCTION, ...LIVE })).toEqual([]);
    expect(faultsOf({ ...DEMO, ...SIMULATED })).toEqual([]);
  });

  it('takes two secrets while one is being replaced', () => {
    const { values } = readConfig({
      ...PRODUCTION,
      ...LIVE,
      GATEWAY_STRIPE_HOOK_SECRETS: 'whsec_2, whsec_1',
    });
    expect(values.GATEWAY_STRIPE_HOOK_SECRETS?.map((each) => each.reveal().toString())).toEqual([
      'whsec_2',
      'whsec_1',
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['GATEWAY_STRIPE_ORIGIN', { ...LIVE, GATEWAY_STRIPE_ORIGIN: 'https://127.0.0.1:3002' }],
    ['GATEWAY_STRIPE_ORIGIN', { ...LIVE, GATEWAY_STRIPE_ORIGIN: 'https://localhost' }],
    ['GATEWAY_STRIPE_ORIGIN', { ...LIVE, GATEWAY_STRIPE_ORIGIN: 'https://[::1]:3002' }],
    ['GATEWAY_STRIPE_ORIGIN', { ...LIVE, GATEWAY_STRIPE_ORIGIN: 'http://stripe.example' }],
    ['GATEWAY_STRIPE_KEY', { ...LIVE, GATEWAY_STRIPE_KEY: 'sk_test_0' }],
    ['GATEWAY_STRIPE_HOOK_SECRETS', { GATEWAY_STRIPE_KEY: live }],
    ['GATEWAY_STRIPE_KEY', { GATEWAY_STRIPE_HOOK_SECRETS: 'whsec_1' }],
    ['GATEWAY_SIMULATORS_PORT', { GATEWAY_SIMULATORS_PORT: '3002' }],
    ['GATEWAY_STRIPE_HOOK_SECRETS', { ...LIVE, GATEWAY_STRIPE_HOOK_SECRETS: 'a,b,c' }],
    ['GATEWAY_STRIPE_COUNTRY', { ...LIVE, GATEWAY_STRIPE_COUNTRY: 'XX' }],
    ['GATEWAY_STRIPE_ORIGIN', { ...LIVE, GATEWAY_STRIPE_ORIGIN: 'https://api.stripe.com/v1' }],
    [
      'GATEWAY_NOON_BUSINESS',
      { GATEWAY_NOON_KEY: 'k', GATEWAY_NOON_HOOK_SECRETS: 's', GATEWAY_NOON_APPLICATION: 'a' },
    ],
    ['GATEWAY_TABBY_CODE', { GATEWAY_TABBY_KEY: 'sk_0', GATEWAY_TABBY_HOOK_SECRETS: 's' }],
    [
      'GATEWAY_TABBY_KEY',
      { GATEWAY_TABBY_KEY: 'sk_test_0', GATEWAY_TABBY_HOOK_SECRETS: 's', GATEWAY_TABBY_CODE: 'c' },
    ],
    [
      'GATEWAY_TAMARA_ORIGIN',
      {
        GATEWAY_TAMARA_ORIGIN: 'https://api-sandbox.tamara.co',
        GATEWAY_TAMARA_KEY: 'k',
        GATEWAY_TAMARA_HOOK_SECRETS: 's',
      },
    ],
  ])('production refuses %s: %j', (name, given) => {
    expect(faultsOf({ ...PRODUCTION, ...given }).map(nameOf)).toEqual([name]);
  });

  it.each([SIMULATED.GATEWAY_STRIPE_ORIGIN, 'https://api.stripe.com'])(
    'a live key goes from a demo not even to %s',
    (to) => {
      const given = { ...DEMO, ...LIVE, GATEWAY_STRIPE_ORIGIN: to };
      expect(faultsOf(given).map(nameOf)).toEqual(['GATEWAY_STRIPE_KEY']);
    },
  );
});

import { isCountry } from '@qafila/shared/kernel/countries';
import { METHOD_IDS } from '@qafila/shared/payments/methods';
import { z } from 'zod';
import { Secret } from './secret';

/** Secrets of gateways: empty or missing leaves the gateway off. */
export const GATEWAY_SECRET_NAMES = [
  'GATEWAY_STRIPE_KEY',
  'GATEWAY_STRIPE_HOOK_SECRETS',
  'GATEWAY_NOON_KEY',
  'GATEWAY_NOON_HOOK_SECRETS',
  'GATEWAY_TABBY_KEY',
  'GATEWAY_TABBY_HOOK_SECRETS',
  'GATEWAY_TAMARA_KEY',
  'GATEWAY_TAMARA_HOOK_SECRETS',
] as const;

const secretText = z
  .string()
  .transform((text) => new Secret(Buffer.from(text.trim())))
  .optional();
/** One, or two while one is being replaced, with a comma between them. */
const secretTexts = z
  .string()
  .transform((text) => text.split(',').map((each) => new Secret(Buffer.from(each.trim()))))
  .refine((all) => all.length <= 2 && all.every((each) => each.reveal().length > 0), 'one or two secrets')
  .optional();
const origin = (standard: string) =>
  z
    .url()
    .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'scheme and host only')
    .default(standard);

/** Names of the gateways' part of the environment. */
export const gatewayShape = {
  GATEWAY_STRIPE_ORIGIN: origin('https://api.stripe.com'),
  GATEWAY_STRIPE_KEY: secretText,
  GATEWAY_STRIPE_HOOK_SECRETS: secretTexts,
  /** Country of our account, which decides the methods. */
  GATEWAY_STRIPE_COUNTRY: z.string().refine(isCountry, 'a country code').default('NO'),
  /** Payment method configuration of Stripe's dashboard: what its page shows. */
  GATEWAY_STRIPE_METHODS: z.string().regex(/^pmc_/).optional(),
  GATEWAY_NOON_ORIGIN: origin('https://api.sa.noonpayments.com'),
  GATEWAY_NOON_BUSINESS: z.string().optional(),
  GATEWAY_NOON_APPLICATION: z.string().optional(),
  GATEWAY_NOON_CATEGORY: z.string().default('pay'),
  GATEWAY_NOON_KEY: secretText,
  GATEWAY_NOON_HOOK_SECRETS: secretTexts,
  GATEWAY_TABBY_ORIGIN: origin('https://api.tabby.sa'),
  GATEWAY_TABBY_CODE: z.string().optional(),
  GATEWAY_TABBY_KEY: secretText,
  /** Name of the header that was agreed for hooks. */
  GATEWAY_TABBY_HOOK_HEADER: z
    .string()
    .regex(/^[a-z-]+$/)
    .default('x-hook-token'),
  GATEWAY_TABBY_HOOK_SECRETS: secretTexts,
  GATEWAY_TAMARA_ORIGIN: origin('https://api.tamara.co'),
  GATEWAY_TAMARA_KEY: secretText,
  GATEWAY_TAMARA_HOOK_SECRETS: secretTexts,
  /** Methods made for private people whose use by businesses the store has cleared with their owners. */
  GATEWAY_BUSINESS_USE: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((each) => each !== ''))
    .pipe(z.array(z.enum(METHOD_IDS)))
    .transform((methods) => new Set(methods)),
  /** Where the simulators listen on loopback; production has none. */
  GATEWAY_SIMULATORS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
};
const gatewaySchema = z.object(gatewayShape);
export type GatewayValues = z.output<typeof gatewaySchema>;

const NAMES = ['STRIPE', 'NOON', 'TABBY', 'TAMARA'] as const;
type Name = (typeof NAMES)[number];
/** Keys that move real money, and keys that move none, where a gateway writes it into them. */
const LIVE: Partial<Record<Name, RegExp>> = { STRIPE: /^[rs]k_live_/, TABBY: /^sk_(?!test_)/ };
const TEST: Partial<Record<Name, RegExp>> = { STRIPE: /^[rs]k_test_/, TABBY: /^sk_test_/ };
const SANDBOX = /^https:\/\/(api-test\.|api-sandbox\.)/;
const LOOPBACK = /^https?:\/\/(127\.|localhost(:|$)|\[::1\])/;

/** What is unsafe about the gateways' part. */
export function unsafeGateways(values: GatewayValues, isProduction: boolean): string[] {
  const hasSimulators = isProduction && values.GATEWAY_SIMULATORS_PORT !== undefined;
  const simulated = hasSimulators ? ['GATEWAY_SIMULATORS_PORT: production has no simulators'] : [];
  const faults = NAMES.flatMap((name) => {
    const key = values[`GATEWAY_${name}_KEY`]?.reveal().toString();
    const hasSecrets = values[`GATEWAY_${name}_HOOK_SECRETS`] !== undefined;
    if (key === undefined) {
      return hasSecrets ? [`GATEWAY_${name}_KEY: missing, though its hooks have a secret`] : [];
    }
    const secretless = hasSecrets ? [] : [`GATEWAY_${name}_HOOK_SECRETS: hooks could not be proven without`];
    const nameless = namesMissing(values, name).map((missing) => `${missing}: needed with the key`);
    return [...secretless, ...nameless, ...wrongPlace(values, name, { key, isProduction })];
  });
  return [...simulated, ...faults];
}

function namesMissing(values: GatewayValues, name: Name): string[] {
  const needed = {
    STRIPE: [],
    NOON: ['GATEWAY_NOON_BUSINESS', 'GATEWAY_NOON_APPLICATION'],
    TABBY: ['GATEWAY_TABBY_CODE'],
    TAMARA: [],
  } as const satisfies Record<Name, readonly (keyof GatewayValues)[]>;
  return needed[name].filter((each) => values[each] === undefined);
}

/** Real money goes to real gateways from production, and from nowhere else. */
function wrongPlace(
  values: GatewayValues,
  name: Name,
  { key, isProduction }: { readonly key: string; readonly isProduction: boolean },
): string[] {
  const at = values[`GATEWAY_${name}_ORIGIN`];
  if (!isProduction) {
    return LIVE[name]?.test(key) ? [`GATEWAY_${name}_KEY: a live key is for production only`] : [];
  }
  return [
    ...(LOOPBACK.test(at) ? [`GATEWAY_${name}_ORIGIN: production talks to no simulator`] : []),
    ...(SANDBOX.test(at) ? [`GATEWAY_${name}_ORIGIN: production talks to no sandbox`] : []),
    ...(at.startsWith('https://') ? [] : [`GATEWAY_${name}_ORIGIN: must be https in production`]),
    ...(TEST[name]?.test(key) ? [`GATEWAY_${name}_KEY: a test key is not for production`] : []),
  ];
}

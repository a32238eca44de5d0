import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { gatewayShape, unsafeGateways } from './gateway-config';
import { Secret } from './secret';

const MODES = ['demo', 'test', 'production'] as const;
export const SECRET_NAMES = ['KEY_ENCRYPTION_KEY', 'INDEX_KEY', 'SESSION_KEY', 'PASSWORD_PEPPER'] as const;

const secret = z.string().transform((text, context) => {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== 32) {
    context.addIssue({ code: 'custom', message: 'must be 32 bytes in base64' });
    return z.NEVER;
  }
  return new Secret(bytes);
});
const port = (standard: number) => z.coerce.number().int().min(0).max(65_535).default(standard);
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address');

/** Every name the processes read from their environment. Each secret also as NAME_FILE. */
export const configSchema = z.object({
  QAFILA_MODE: z.enum(MODES).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port(3000),
  TRACKING_PORT: port(3001),
  PUBLIC_ORIGIN: z.url().default('http://127.0.0.1:3000'),
  TRACKING_ORIGIN: z.url().default('http://127.0.0.1:3001'),
  DATABASE_URL: databaseUrl,
  DATABASE_ADMIN_URL: databaseUrl.optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  DATA_DIR: z.string().default('var/files'),
  KEY_ENCRYPTION_KEY: secret,
  INDEX_KEY: secret,
  SESSION_KEY: secret,
  PASSWORD_PEPPER: secret,
  /** Seed of the Ed25519 key that signs the heads of the audit chains; without it one is derived. */
  AUDIT_SIGNING_KEY: secret.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be an smtp:// address')
    .optional(),
  MAIL_FROM: z.email().default('portal@qafila.example'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DEMO_ACCOUNTS_FILE: z.string().optional(),
  ...gatewayShape,
});
export type ConfigValues = z.output<typeof configSchema>;

const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host);

/** What is unsafe about otherwise readable values; every fault is named at once. */
export function unsafeConfiguration(values: ConfigValues): string[] {
  const production = values.QAFILA_MODE === 'production';
  const keys = SECRET_NAMES.map((name) => values[name].reveal().toString('hex'));
  return [
    ...(!production && !isLoopback(values.HOST)
      ? [`HOST: ${values.QAFILA_MODE} mode binds to loopback only`]
      : []),
    ...(production && !values.PUBLIC_ORIGIN.startsWith('https://')
      ? ['PUBLIC_ORIGIN: must be https in production']
      : []),
    ...(production && !values.TRACKING_ORIGIN.startsWith('https://')
      ? ['TRACKING_ORIGIN: must be https in production']
      : []),
    ...(values.PUBLIC_ORIGIN === values.TRACKING_ORIGIN
      ? ['TRACKING_ORIGIN: must differ from PUBLIC_ORIGIN: recipients never meet the portal']
      : []),
    ...(production && !values.SMTP_URL ? ['SMTP_URL: production needs a mail server'] : []),
    ...(new Set(keys).size < keys.length ? ['secrets: each must be a different key'] : []),
    ...(keys.some((key) => /^(..)\1+$/.test(key)) ? ['secrets: one of them is a repeated byte'] : []),
    ...unsafeGateways(values, production),
  ];
}

/** The configuration of a process, read once. */
export class Config {
  constructor(readonly values: ConfigValues) {}

  get mode(): ConfigValues['QAFILA_MODE'] {
    return this.values.QAFILA_MODE;
  }

  /** Demo and test mode: accounts drawer, movable clock, inbox, demo bank. */
  get hasDemoControls(): boolean {
    return this.values.QAFILA_MODE !== 'production';
  }

  /** `Secure` and `__Host-` cookies where there is TLS. */
  get hasTls(): boolean {
    return this.values.PUBLIC_ORIGIN.startsWith('https://');
  }
}

/** Thrown by `readConfig`; the message names every problem, one a line. */
export class UnsafeConfiguration extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is refused:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What is given and not empty. */
export const filled = (environment: Environment): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );

function withSecretFiles(environment: Environment): { given: Record<string, string>; faults: string[] } {
  const given = filled(environment);
  const faults: string[] = [];
  for (const [name, file] of Object.entries(given)) {
    if (!name.endsWith('_FILE') || !(name.slice(0, -5) in configSchema.shape)) continue;
    if (name.slice(0, -5) in given) faults.push(`${name}: given both as value and as file`);
    else if (!existsSync(file)) faults.push(`${name}: no such file`);
    else given[name.slice(0, -5)] = readFileSync(file, 'utf8').trim();
  }
  return { given: filled(given), faults };
}

/** Reads and judges an environment. Throws `UnsafeConfiguration` with every fault at once. */
export function readConfig(environment: Environment = process.env): Config {
  const { given, faults } = withSecretFiles(environment);
  const parsed = configSchema.safeParse(given);
  const unreadable = parsed.success
    ? unsafeConfiguration(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success || faults.length + unreadable.length > 0)
    throw new UnsafeConfiguration([...faults, ...unreadable]);
  return new Config(parsed.data);
}

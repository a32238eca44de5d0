import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { configSchema, readConfig, SECRET_NAMES } from './config';
import { GATEWAY_SECRET_NAMES } from './gateway-config';

const ROOT = resolve(__dirname, '../../../..');
const OURS = ['migrate', 'server', 'worker', 'tracking'];

interface Service {
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly command: readonly string[];
}

const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, unknown>>;
};

function serviceOf(name: string): Service {
  const service = compose.services[name];
  if (!service) throw new Error(`docker-compose.yml has no service ${name}`);
  return service;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qafila-compose-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function secretFile(name: string): string {
  const text: Readonly<Record<string, string>> = {
    database_url: 'postgres://qafila_app:word@postgres:5432/qafila',
    database_admin_url: 'postgres://qafila_owner:word@postgres:5432/qafila',
    smtp_url: 'smtp://mail:1025',
  };
  const file = join(folder, name);
  // A gateway that is not used has an empty file.
  const standard = name.startsWith('gateway_') ? '' : randomBytes(32).toString('base64');
  writeFileSync(file, text[name] ?? standard);
  return file;
}

/** What the container would see: secrets mounted, and the two addresses the operator has to give. */
function environmentOf(service: Service): Record<string, string> {
  const given = { PUBLIC_ORIGIN: 'https://portal.example', TRACKING_ORIGIN: 'https://parcel.example' };
  const entries = Object.entries(service.environment).map(([name, value]) => {
    if (name.endsWith('_FILE')) return [name, secretFile(basename(value))];
    return [name, value.replace(/\$\{(\w+):-(.*)\}/, '$2')];
  });
  return { ...Object.fromEntries(entries), ...given };
}

describe('docker-compose.yml', () => {
  it.each(OURS)('gives %s a configuration the code accepts for production', (name) => {
    const config = readConfig(environmentOf(serviceOf(name)));
    expect(config.mode).toBe('production');
  });

  it.each(OURS)('tells %s no name the code does not read', (name) => {
    const names = Object.keys(serviceOf(name).environment).map((key) => key.replace(/_FILE$/, ''));
    expect(names.filter((key) => !(key in configSchema.shape))).toEqual([]);
  });

  it.each(OURS)('hands %s every secret as a file that is mounted', (name) => {
    const { environment, secrets } = serviceOf(name);
    const files = Object.entries(environment).filter(([key]) => key.endsWith('_FILE'));
    const mounted = secrets.map((secret) => `/run/secrets/${secret}`);
    expect(files.map(([, file]) => file).filter((file) => !mounted.includes(file))).toEqual([]);
    const plain = [...SECRET_NAMES, ...GATEWAY_SECRET_NAMES].filter(
      (secret) => environment[secret] !== undefined,
    );
    expect(plain).toEqual([]);
    expect(secrets.filter((secret) => !(secret in compose.secrets))).toEqual([]);
  });

  it.each(['server', 'worker'])('gives %s what every gateway needs', (name) => {
    const { environment } = serviceOf(name);
    const files = GATEWAY_SECRET_NAMES.map((secret) => `${secret}_FILE`);
    const needed = [...files, 'GATEWAY_STRIPE_COUNTRY', 'GATEWAY_NOON_BUSINESS', 'GATEWAY_TABBY_CODE'];
    expect(needed.filter((each) => environment[each] === undefined)).toEqual([]);
  });

  it.each(['migrate', 'tracking'])('gives %s nothing of a gateway', (name) => {
    const { environment, secrets } = serviceOf(name);
    const told = [...Object.keys(environment), ...secrets].filter((each) => /^gateway_/i.test(each));
    expect(told).toEqual([]);
  });

  it('starts no simulator', () => {
    const commands = Object.values(compose.services).flatMap(({ command = [] }) => command);
    expect(commands.filter((word) => word.includes('simulators'))).toEqual([]);
  });

  it("gives only the migration the owner's login", () => {
    const withOwner = OURS.filter((name) => serviceOf(name).secrets.includes('database_admin_url'));
    expect(withOwner).toEqual(['migrate']);
  });
});

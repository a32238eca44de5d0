import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AnswerOf, type CallOf, type Endpoint, fillPath } from '@qafila/shared/access/endpoint';
import type { Role } from '@qafila/shared/access/roles';
import type { ProblemBody } from '@qafila/shared/kernel/problem';
import {
  LedgerCheckRepository,
  type LedgerFinding,
} from '../../src/modules/payments/db/ledger-check.repository';
import type { Actor } from '../../src/platform/access/actor';
import { systemScope } from '../../src/platform/access/scope';
import { Clock, MovableClock } from '../../src/platform/clock/clock';
import { FieldCipher } from '../../src/platform/crypto/field-cipher';
import { StatementLog } from '../../src/platform/database/statement-log';
import { type Tx, UnitOfWork } from '../../src/platform/database/unit-of-work';
import { createHttpApp } from '../../src/platform/http/portal-app';
import { JobRunner } from '../../src/platform/jobs/job-runner';
import { aTestDatabase, type TestDatabase } from './test-database';
import type { TestHost } from './test-host';
import { cookieFor, type NewTrader, seedStaff, seedTrader, type TestPerson } from './test-people';

/** A second-factor step in milliseconds. */
const STEP_MS = 30_000;

/** A call with the headers, cookie among them, that its caller gives. */
export interface BareCall<E extends Endpoint> extends CallOf<E> {
  readonly version?: number;
  readonly key?: string;
  readonly freshCode?: string;
  readonly file?: { readonly bytes: Buffer | string; readonly type: string };
  readonly headers?: Readonly<Record<string, string>>;
}
export interface TestCall<E extends Endpoint> extends BareCall<E> {
  readonly as?: TestPerson;
}
export interface TestAnswer<E extends Endpoint> {
  readonly status: number;
  /** The reply, or the problem when the status is 400 or more. */
  readonly body: AnswerOf<E> & ProblemBody;
  readonly raw: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Far less than the shortest time a session stays open unused: moved by that, everybody is still signed in. */
const UNNOTICED_MS = 5 * 60_000;

/** The real application on its own database, with its own clock. */
export class TestApp implements TestHost {
  readonly clock: { advance(milliseconds: number): Promise<void>; now(): Date };

  constructor(
    readonly nest: NestFastifyApplication,
    readonly database: TestDatabase,
    /** What its process read; a process of the product started with it is its twin. */
    readonly environment: TestEnvironment,
    /** False for an application of another module, which knows no ledger. */
    private readonly keepsLedger: boolean,
  ) {
    const clock = nest.get(Clock) as MovableClock;
    let offset = 0;
    let owed = 0;
    this.clock = {
      now: () => clock.now(),
      advance: async (milliseconds) => {
        offset += milliseconds;
        owed += milliseconds;
        clock.moveTo(offset);
        if (owed < UNNOTICED_MS) return;
        // The people of a test stay signed in however far it moves the clock; session tests open their own.
        await this.system((tx) =>
          tx.query(
            `update sessions set idle_until = idle_until + $1::interval, ends_at = ends_at + $1::interval`,
            [`${owed} milliseconds`],
          ),
        );
        owed = 0;
      },
    };
  }

  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.nest.get<T>(type as Type<T>, { strict: false });
  }

  system<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.get(UnitOfWork).runApart(systemScope('test'), work);
  }

  aTrader(given: NewTrader = {}): Promise<TestPerson & { readonly companyId: string }> {
    return seedTrader(this, given);
  }

  aStaff(role: Role): Promise<TestPerson> {
    return seedStaff(this, role);
  }

  /** Calls an endpoint as its client would: cookies, fetch metadata, key, version, fresh code. */
  async call<E extends Endpoint>(endpoint: E, given: TestCall<E> = {}): Promise<TestAnswer<E>> {
    const response = await this.nest.inject({
      method: endpoint.method,
      url: urlOf(endpoint, given),
      headers: {
        ...headersOf(endpoint, given),
        ...(given.as ? { cookie: cookieFor(this, given.as) } : {}),
        ...given.headers,
      },
      ...payloadOf(endpoint, given),
    });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      body: (isJson ? JSON.parse(response.body) : {}) as AnswerOf<E> & ProblemBody,
      raw: response.rawPayload,
      headers: response.headers,
    };
  }

  /** Moves to the next step and returns the code that the person's app would show. */
  async freshCode(person: TestPerson): Promise<string> {
    await this.clock.advance(STEP_MS - (this.clock.now().getTime() % STEP_MS));
    return person.codeAt(this.clock.now());
  }

  /** Delivers the outbox and runs every sweep once. */
  async drain(): Promise<void> {
    await this.get(JobRunner).sweep();
  }

  /** The statements sent while `work` ran, without the frame of the transaction. */
  async statements(work: () => Promise<unknown>): Promise<string[]> {
    const log = this.get(StatementLog);
    log.begin();
    await work();
    return log.end();
  }

  /** Ends the application; whatever a test did with money, the ledger's sentences are true at the end of it. */
  async close(): Promise<void> {
    const findings = this.keepsLedger ? await this.ledgerFindings() : [];
    await this.nest.close();
    await this.database.drop();
    rmSync(this.environment.DATA_DIR, { recursive: true, force: true });
    if (findings.length > 0) throw new Error(`The ledger is broken: ${JSON.stringify(findings)}`);
  }

  /** What disproves a sentence of the ledger, now. */
  ledgerFindings(): Promise<readonly LedgerFinding[]> {
    return this.system((tx) => this.get(LedgerCheckRepository).findings(tx));
  }

  /** Actors for calling use cases directly. */
  actorOf(person: TestPerson): Actor {
    return person.actor;
  }

  sealer(companyId: string | null) {
    return this.get(FieldCipher).sealerFor(companyId);
  }
}

/** Address of a call, below the origin. */
export function urlOf<E extends Endpoint>(endpoint: E, given: BareCall<E>): string {
  const query = new URLSearchParams(
    Object.entries((given.query ?? {}) as Record<string, unknown>).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
  ).toString();
  return `/api${fillPath(endpoint.path, given.params as Record<string, unknown>)}${query ? `?${query}` : ''}`;
}

const sendsJson = (endpoint: Endpoint): boolean => endpoint.method !== 'GET' && !endpoint.upload;

/** Body of a call, if it has one. */
export function payloadOf<E extends Endpoint>(
  endpoint: E,
  given: BareCall<E>,
): { payload?: string | Buffer } {
  if (given.file) return { payload: given.file.bytes };
  return sendsJson(endpoint) ? { payload: JSON.stringify(given.body ?? {}) } : {};
}

/** Headers of a call as its client sends them, without the cookie. */
export function headersOf<E extends Endpoint>(endpoint: E, given: BareCall<E>): Record<string, string> {
  const type = given.file?.type ?? (sendsJson(endpoint) ? 'application/json' : undefined);
  return {
    'sec-fetch-site': 'same-origin',
    'accept-language': 'en',
    ...(type ? { 'content-type': type } : {}),
    ...(endpoint.idempotent ? { 'idempotency-key': given.key ?? randomUUID() } : {}),
    ...(given.version === undefined ? {} : { 'if-match': `"${given.version}"` }),
    ...(given.freshCode === undefined ? {} : { 'fresh-code': given.freshCode }),
  };
}

/** Sets what a process of the application reads, for a database and a folder of files. */
export function testEnvironment(database: TestDatabase, folder: string) {
  const key = (): string => randomBytes(32).toString('base64');
  return {
    QAFILA_MODE: 'test',
    DATABASE_URL: database.appUrl,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    PUBLIC_ORIGIN: 'http://portal.test',
    TRACKING_ORIGIN: 'http://parcel.test',
    KEY_ENCRYPTION_KEY: key(),
    INDEX_KEY: key(),
    SESSION_KEY: key(),
    PASSWORD_PEPPER: key(),
  };
}

type TestEnvironment = Readonly<ReturnType<typeof testEnvironment>>;

/** Hands a database and a folder to whatever boots next in this test process. */
export function useDatabase(database: TestDatabase, folder: string): TestEnvironment {
  const environment = testEnvironment(database, folder);
  Object.assign(process.env, environment);
  return environment;
}

/** Boots the application, or another module of ours, on a fresh clone of the migrated template. */
export async function aTestApp(
  given: {
    module?: Type;
    prefix?: string;
    /** More of what the processes read, for this application only. */
    environment?: Readonly<Record<string, string>>;
    /** More routes, before it is ready. */
    serve?: (nest: NestFastifyApplication) => void;
  } = {},
): Promise<TestApp> {
  const database = await aTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'portal-files-'));
  const environment = useDatabase(database, folder);
  Object.assign(process.env, given.environment);
  const { AppModule } = await import('../../src/app.module');
  const nest = await createHttpApp(given.module ?? AppModule, { prefix: given.prefix ?? 'api' });
  for (const name of Object.keys(given.environment ?? {})) delete process.env[name];
  given.serve?.(nest);
  await nest.init();
  await nest.getHttpAdapter().getInstance().ready();
  return new TestApp(nest, database, environment, given.module === undefined);
}

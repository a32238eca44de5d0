import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of one test file, with all migrations and no rows of the demo world. */
export interface TestDatabase {
  readonly name: string;
  /** The owner's login: fixtures, and looking behind row-level security only where the test says so. */
  readonly adminUrl: string;
  /** The login the product uses. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

function fromSetup(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: global-setup did not run for this Jest project`);
  return value;
}

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

async function execute(statement: string): Promise<void> {
  const client = new Client({ connectionString: fromSetup('QAFILA_TEST_ADMIN_URL') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const NOT_OURS_TO_CUT = '42501';
/** The owner cuts its own connections. One of the application's login that is just leaving is waited for. */
async function drop(name: string): Promise<void> {
  try {
    await execute(`drop database if exists ${name} with (force)`);
  } catch (error) {
    if ((error as { code?: unknown }).code !== NOT_OURS_TO_CUT) throw error;
    await execute(`drop database if exists ${name}`);
  }
}

/** Clones the migrated template, about 50 ms. Drop it in `afterAll`; connections still open are cut. */
export const aTestDatabase = (): Promise<TestDatabase> => cloneOf(fromSetup('QAFILA_TEST_TEMPLATE'));

/** Clones a database with its rows; nobody may be connected to the original. */
export async function cloneOf(original: string): Promise<TestDatabase> {
  const name = `qafila_test_${randomBytes(8).toString('hex')}`;
  await execute(`create database ${name} template ${original} strategy file_copy`);
  return {
    name,
    adminUrl: at(fromSetup('QAFILA_TEST_ADMIN_URL'), name),
    appUrl: at(fromSetup('QAFILA_TEST_APP_URL'), name),
    drop: () => drop(name),
  };
}

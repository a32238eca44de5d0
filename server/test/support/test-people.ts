import { isStaffRole, type Role } from '@qafila/shared/access/roles';
import type { PriceList } from '@qafila/shared/catalogue/catalogue.rules';
import { seedPlace } from '../../src/modules/identity/app/second-factor';
import { Sessions } from '../../src/modules/identity/app/sessions';
import { codeAt, newTotpSecret } from '../../src/modules/identity/domain/totp';
import { SessionCookies } from '../../src/modules/identity/http/session-cookies';
import type { Actor } from '../../src/platform/access/actor';
import { BlindIndex } from '../../src/platform/crypto/blind-index';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { newId } from '../../src/platform/ids/new-id';
import type { TestHost } from './test-host';

/** Somebody signed in with both factors. */
export interface TestPerson {
  readonly personId: string;
  readonly actor: Actor;
  readonly email: string;
  codeAt(moment: Date): string;
}
export interface NewTrader {
  readonly role?: Role;
  readonly country?: string;
  readonly currency?: string;
  /** Left out, the company has none: it buys at the published prices. */
  readonly priceList?: PriceList;
  readonly nameLatin?: string;
  readonly nameArabic?: string;
  /** Joins this company instead of opening a new one. */
  readonly company?: { readonly companyId: string };
}

/** The session cookie as a browser would hold it now. */
export function cookieFor(app: TestHost, person: TestPerson): string {
  const set: string[] = [];
  const reply = { header: (_: string, value: string[]) => set.push(...value) };
  app.get(SessionCookies).set(reply as never, { sessionId: person.actor.sessionId, refreshToken: 'unused' });
  return (set[0] ?? '').split(';')[0] ?? '';
}

interface NewPerson {
  readonly kind: 'trader' | 'staff';
  readonly role: Role;
  readonly companyId: string | null;
}

async function seedPerson(app: TestHost, given: NewPerson): Promise<TestPerson> {
  const personId = newId();
  const email = `${personId}@people.example`;
  const secret = newTotpSecret();
  const actor = await app.system(async (tx) => {
    await insertPerson(app, tx, { personId, email, secret, ...given });
    const session = {
      personId,
      kind: given.kind,
      companyId: given.companyId,
      roles: [given.role],
      level: 'full' as const,
    };
    const { sessionId } = await app.get(Sessions).open(tx, { ...session, agent: 'test' });
    return {
      sessionId,
      ...session,
      companyState: given.companyId ? ('active' as const) : null,
      ownPermissions: [],
      acting: null,
    };
  });
  return { personId, actor, email, codeAt: (moment) => codeAt(secret, moment) };
}

async function insertPerson(
  app: TestHost,
  tx: Tx,
  given: NewPerson & { personId: string; email: string; secret: string },
): Promise<void> {
  const { personId, email, secret } = given;
  const sealer = await app.sealer(null);
  await tx.query(
    `insert into people (id, kind, name, email_enc, email_hash, locale, password_hash, state, created_at, enrolled_at)
     values ($1, $2, $3, $4, $5, 'en', 'no password', 'active', $6, $6)`,
    [
      personId,
      given.kind,
      `Person ${personId.slice(-4)}`,
      sealer.seal({ table: 'people', column: 'email_enc', rowId: personId }, email),
      app.get(BlindIndex).ofMail(email),
      app.clock.now(),
    ],
  );
  await tx.query('insert into totp_factors (person_id, secret_enc, confirmed_at) values ($1, $2, $3)', [
    personId,
    sealer.seal(seedPlace(personId), secret),
    app.clock.now(),
  ]);
  if (given.companyId) {
    await tx.query(
      `insert into memberships (company_id, person_id, role, state) values ($1, $2, $3, 'active')`,
      [given.companyId, personId, given.role],
    );
  } else await tx.query('insert into staff_roles (person_id, role) values ($1, $2)', [personId, given.role]);
}

async function insertCompany(
  app: TestHost,
  tx: Tx,
  given: Omit<NewTrader, 'company'> & { readonly companyId: string },
): Promise<void> {
  const country = given.country ?? 'SA';
  const name = given.nameLatin ?? `Company ${given.companyId.slice(-6)} Trading`;
  await tx.query(
    `insert into companies (id, name_latin, name_arabic, country, currency, price_list, state, policy_version,
       created_at) values ($1, $2, $3, $4, $5, $6, 'active', 1, $7)`,
    [
      given.companyId,
      name,
      given.nameArabic ?? null,
      country,
      given.currency ?? 'SAR',
      given.priceList ?? null,
      app.clock.now(),
    ],
  );
  await tx.query(
    `insert into company_addresses (company_id, id, label, country, lines, is_default) values ($1, $2, 'Warehouse', $3, $4, true)`,
    [given.companyId, newId(), country, ['7 Market Street', 'Old Town']],
  );
}

/** A trader of a new company (or of the one given), with a warehouse address. */
export async function seedTrader(
  app: TestHost,
  given: NewTrader,
): Promise<TestPerson & { readonly companyId: string }> {
  const companyId = given.company?.companyId ?? newId();
  if (!given.company) await app.system((tx) => insertCompany(app, tx, { ...given, companyId }));
  const person = await seedPerson(app, { kind: 'trader', role: given.role ?? 'owner', companyId });
  return { ...person, companyId };
}

/** A member of staff with one role. */
export function seedStaff(app: TestHost, role: Role): Promise<TestPerson> {
  if (!isStaffRole(role)) throw new Error(`${role} is not a staff role`);
  return seedPerson(app, { kind: 'staff', role, companyId: null });
}

import type { INestApplicationContext } from '@nestjs/common';
import { isStaffRole } from '@qafila/shared/access/roles';
import { seedPlace } from '../modules/identity/app/second-factor';
import { DEMO_PASSWORD } from '../modules/identity/domain/demo-password';
import { newTotpSecret } from '../modules/identity/domain/totp';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { BlindIndex } from '../platform/crypto/blind-index';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { hashPassword } from '../platform/crypto/passwords';
import type { Tx } from '../platform/database/unit-of-work';
import { newId } from '../platform/ids/new-id';
import { DEMO_PEOPLE, DEMO_RECOVERY_CODES, type DemoPerson } from './demo-people';

/** People of the demo world with sealed mails and seeds; each gets the same two recovery codes. */
export async function loadPeople(
  app: INestApplicationContext,
  tx: Tx,
  companies: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const pepper = app.get(Config).values.PASSWORD_PEPPER.reveal();
  const hashes = {
    password: await hashPassword(DEMO_PASSWORD, pepper),
    recovery: await Promise.all(DEMO_RECOVERY_CODES.map((code) => hashPassword(code, pepper))),
  };
  const ids = new Map<string, string>();
  for (const person of DEMO_PEOPLE) {
    ids.set(
      person.email,
      await loadPerson(app, tx, { person, hashes, companyId: companies.get(person.company ?? '') }),
    );
  }
  return ids;
}

interface NewPerson {
  readonly person: DemoPerson;
  readonly hashes: { readonly password: string; readonly recovery: readonly string[] };
  readonly companyId: string | undefined;
}

async function loadPerson(app: INestApplicationContext, tx: Tx, given: NewPerson): Promise<string> {
  const { person, hashes, companyId } = given;
  const id = newId();
  const now = app.get(Clock).now();
  const sealer = await app.get(FieldCipher).sealerFor(null);
  await tx.query(
    `insert into people (id, kind, name, email_enc, email_hash, locale, password_hash, state, created_at, enrolled_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'active', $8, $8)`,
    [
      id,
      isStaffRole(person.role) ? 'staff' : 'trader',
      person.name,
      sealer.seal({ table: 'people', column: 'email_enc', rowId: id }, person.email),
      app.get(BlindIndex).ofMail(person.email),
      person.locale,
      hashes.password,
      now,
    ],
  );
  await tx.query('insert into totp_factors (person_id, secret_enc, confirmed_at) values ($1, $2, $3)', [
    id,
    sealer.seal(seedPlace(id), newTotpSecret()),
    now,
  ]);
  await tx.query(
    'insert into recovery_codes (person_id, position, code_hash) select $1, * from unnest($2::int[], $3::text[])',
    [id, hashes.recovery.map((_, index) => index + 1), hashes.recovery],
  );
  if (companyId) {
    await tx.query(
      `insert into memberships (company_id, person_id, role, state) values ($1, $2, $3, 'active')`,
      [companyId, id, person.role],
    );
  } else if (isStaffRole(person.role)) {
    await tx.query('insert into staff_roles (person_id, role) values ($1, $2)', [id, person.role]);
  }
  return id;
}

import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { type Contact, type NewPerson, People } from '../identity.api';
import { NewPasswords } from './new-passwords';
import { Sessions } from './sessions';

/** Where a person's address stands, for sealing and opening. */
export const addressPlace = (personId: string) => ({
  table: 'people',
  column: 'email_enc',
  rowId: personId,
});

interface ContactRow {
  id: string;
  name: string;
  email_enc: string;
  locale: Locale;
}

/** People, as identity keeps them and as other modules may touch them. */
@Injectable()
export class PeopleDoor extends People {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly passwords: NewPasswords,
    private readonly sessions: Sessions,
  ) {
    super();
  }

  async create(tx: Tx, given: NewPerson): Promise<string> {
    const passwordHash = await this.passwords.hashOf(given.password, [given.name, given.email]);
    return this.insert(tx, { ...given, passwordHash });
  }

  /** Adds a person whose password was judged before. Throws the database's error for an address in use. */
  async insert(
    tx: Tx,
    given: Omit<NewPerson, 'password'> & { readonly passwordHash: string },
  ): Promise<string> {
    const id = newId();
    const sealer = await this.cipher.sealerFor(null);
    await tx.query(
      `insert into people (id, kind, name, email_enc, email_hash, locale, password_hash, state, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'active', $8)`,
      [
        id,
        given.kind,
        given.name,
        sealer.seal(addressPlace(id), given.email.trim()),
        this.index.ofMail(given.email),
        given.locale,
        given.passwordHash,
        this.clock.now(),
      ],
    );
    return id;
  }

  async findByMail(
    tx: Tx,
    email: string,
  ): Promise<{ readonly personId: string; readonly kind: 'trader' | 'staff' } | null> {
    const [row] = await tx.query<{ id: string; kind: 'trader' | 'staff' }>(
      'select id, kind from people where email_hash = $1',
      [this.index.ofMail(email)],
    );
    return row ? { personId: row.id, kind: row.kind } : null;
  }

  async contactsOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
    const rows = await tx.query<ContactRow>(
      'select id, name, email_enc, locale from people where id = any($1::uuid[])',
      [personIds],
    );
    const sealer = await this.cipher.sealerFor(null);
    return new Map(
      rows.map((row) => [
        row.id,
        {
          personId: row.id,
          name: row.name,
          email: sealer.open(addressPlace(row.id), row.email_enc),
          locale: row.locale,
        },
      ]),
    );
  }

  async endSessions(
    tx: Tx,
    given: {
      readonly personIds: readonly string[];
      readonly companyId: string | null;
      readonly reason: string;
    },
  ): Promise<void> {
    await this.sessions.closeAll(tx, given);
  }
}

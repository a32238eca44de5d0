import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@qafila/shared/access/roles';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx, violatedConstraint } from '../../../platform/database/unit-of-work';
import { newId, newSecret } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';

type State = 'proposed' | 'open' | 'accepted' | 'withdrawn';
type StaffLocale = 'en' | 'ar';
interface Row {
  id: string;
  state: State;
  name_enc: string;
  email_enc: string;
  locale: StaffLocale;
  roles: StaffRole[];
  invited_by: string;
  invited_name: string;
  invited_at: Date;
  expires_at: Date | null;
}
export interface StaffInvitation {
  readonly id: string;
  readonly state: State;
  readonly name: string;
  readonly email: string;
  readonly locale: StaffLocale;
  readonly roles: readonly StaffRole[];
  readonly invitedBy: string;
  readonly invitedName: string;
  readonly invitedAt: Date;
  readonly expiresAt: Date | null;
}
const INVITATION = `select i.id, i.state, i.name_enc, i.email_enc, i.locale, i.roles, i.invited_by, p.name as invited_name,
    i.invited_at, i.expires_at
  from staff_invitations i join people p on p.id = i.invited_by`;
const place = (id: string, column: 'name_enc' | 'email_enc') => ({
  table: 'staff_invitations',
  column,
  rowId: id,
});
const TOKEN_BYTES = 32;

/** Invitations of staff; names and mails are sealed, a link is kept as its hash. */
@Injectable()
export class StaffInvitationRepository {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  /** Those that nobody accepted or withdrew, the newest first. */
  async open(tx: Tx): Promise<StaffInvitation[]> {
    const rows = await tx.query<Row>(
      `${INVITATION} where i.state in ('proposed', 'open') order by i.id desc limit 200`,
    );
    const sealer = await this.cipher.sealerFor(null);
    return rows.map((row) => invitationOf(row, sealer));
  }

  /** Throws `INVITATION_OPEN` while one to the same mail waits. */
  async add(
    tx: Tx,
    given: Pick<StaffInvitation, 'name' | 'email' | 'locale' | 'roles' | 'invitedBy' | 'invitedAt'> & {
      readonly state: 'proposed' | 'open';
      readonly expiresAt: Date | null;
    },
  ): Promise<string> {
    const id = newId();
    const sealer = await this.cipher.sealerFor(null);
    try {
      await tx.query(
        `insert into staff_invitations (id, state, name_enc, email_enc, email_hash, locale, roles, invited_by, invited_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          given.state,
          sealer.seal(place(id, 'name_enc'), given.name),
          sealer.seal(place(id, 'email_enc'), given.email),
          this.index.ofMail(given.email),
          given.locale,
          given.roles,
          given.invitedBy,
          given.invitedAt,
          given.expiresAt,
        ],
      );
    } catch (error) {
      if (violatedConstraint(error) === 'uq_staff_invitations_open') throw new Problem('INVITATION_OPEN');
      throw error;
    }
    return id;
  }

  /** Throws `NOT_FOUND`. */
  async lock(tx: Tx, id: string): Promise<StaffInvitation> {
    const row = oneRow(await tx.query<Row>(`${INVITATION} where i.id = $1 for update of i`, [id]));
    return invitationOf(row, await this.cipher.sealerFor(null));
  }

  /** The open invitation of a link, locked. Throws `INVITATION_GONE` for any other. */
  async lockByToken(tx: Tx, token: string, now: Date): Promise<StaffInvitation> {
    const [row] = await tx.query<Row>(
      `${INVITATION} where i.token_hash = $1 and i.state = 'open' and i.expires_at > $2 for update of i`,
      [this.index.ofToken(token), now],
    );
    if (!row) throw new Problem('INVITATION_GONE');
    return invitationOf(row, await this.cipher.sealerFor(null));
  }

  /** Makes the link of an open invitation; it is told once, in the mail. `null` when it is open no longer. */
  async makeLink(tx: Tx, id: string): Promise<string | null> {
    const token = newSecret(TOKEN_BYTES);
    const made = await tx.query(
      `update staff_invitations set token_hash = $2 where id = $1 and state = 'open' returning id`,
      [id, this.index.ofToken(token)],
    );
    return made.length > 0 ? token : null;
  }

  async approve(tx: Tx, given: { id: string; personId: string; expiresAt: Date }): Promise<void> {
    theOne(
      await tx.query(
        `update staff_invitations set state = 'open', approved_by = $2, expires_at = $3
         where id = $1 and state = 'proposed' and invited_by <> $2 returning id`,
        [given.id, given.personId, given.expiresAt],
      ),
    );
  }

  async withdraw(tx: Tx, id: string, at: Date): Promise<void> {
    theOne(
      await tx.query(
        `update staff_invitations set state = 'withdrawn', token_hash = null, ended_at = $2
         where id = $1 and state in ('proposed', 'open') returning id`,
        [id, at],
      ),
    );
  }

  /** Whoever is kept out or loses a role leaves no door open behind him. */
  async withdrawAllOf(tx: Tx, invitedBy: string, at: Date): Promise<void> {
    await tx.query(
      `update staff_invitations set state = 'withdrawn', token_hash = null, ended_at = $2
       where invited_by = $1 and state in ('proposed', 'open')`,
      [invitedBy, at],
    );
  }

  async accept(tx: Tx, given: { id: string; personId: string; at: Date }): Promise<void> {
    theOne(
      await tx.query(
        `update staff_invitations set state = 'accepted', token_hash = null, person_id = $2, ended_at = $3
         where id = $1 and state = 'open' returning id`,
        [given.id, given.personId, given.at],
      ),
    );
  }
}

function theOne(rows: readonly unknown[]): void {
  if (rows.length === 0) throw new Problem('WRONG_STATE');
}

const invitationOf = (row: Row, sealer: Sealer): StaffInvitation => ({
  id: row.id,
  state: row.state,
  name: sealer.open(place(row.id, 'name_enc'), row.name_enc),
  email: sealer.open(place(row.id, 'email_enc'), row.email_enc),
  locale: row.locale,
  roles: row.roles,
  invitedBy: row.invited_by,
  invitedName: row.invited_name,
  invitedAt: row.invited_at,
  expiresAt: row.expires_at,
});

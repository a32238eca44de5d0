import { Injectable } from '@nestjs/common';
import type { SellerAccountInput } from '@qafila/shared/store/seller-fields';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx, violatedConstraint } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';

type State = 'proposed' | 'approved' | 'in_force' | 'withdrawn';
interface Row {
  id: string;
  state: State;
  iban_enc: string;
  iban_hash: string;
  bic: string;
  bank: { latin: string; arabic: string };
  replaced_iban_enc: string | null;
  proposed_by: string;
  proposed_name: string;
  proposed_at: Date;
  approved_name: string | null;
  approved_at: Date | null;
  effective_at: Date | null;
  ended_name: string | null;
  ended_at: Date | null;
}
/** A change of the account, opened. */
export interface AccountChange {
  readonly id: string;
  readonly state: State;
  readonly account: SellerAccountInput;
  readonly ibanHash: string;
  readonly replaced: string | null;
  readonly proposedBy: string;
  readonly proposed: { readonly name: string; readonly at: Date };
  readonly approved: { readonly name: string; readonly at: Date } | null;
  readonly effectiveAt: Date | null;
  readonly ended: { readonly name: string; readonly at: Date } | null;
}

const place = (id: string, column: 'iban_enc' | 'replaced_iban_enc') => ({
  table: 'seller_account_changes',
  column,
  rowId: id,
});
const CHANGE = `select c.id, c.state, c.iban_enc, c.iban_hash, c.bic, c.bank, c.replaced_iban_enc, c.proposed_by,
    p.name as proposed_name, c.proposed_at, a.name as approved_name, c.approved_at, c.effective_at,
    e.name as ended_name, c.ended_at
  from seller_account_changes c join people p on p.id = c.proposed_by
  left join people a on a.id = c.approved_by left join people e on e.id = c.ended_by`;

/** Changes of the seller's account; their IBANs are sealed with the store's key. */
@Injectable()
export class AccountChangeRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** The open one and those before it, the newest first. */
  async latest(tx: Tx, limit: number): Promise<AccountChange[]> {
    const rows = await tx.query<Row>(`${CHANGE} order by c.id desc limit $1`, [limit]);
    const sealer = await this.cipher.sealerFor(null);
    return rows.map((row) => changeOf(row, sealer));
  }

  /** Throws `NOT_FOUND`; nobody else moves it until this transaction ends. */
  async lock(tx: Tx, id: string): Promise<AccountChange> {
    const row = oneRow(await tx.query<Row>(`${CHANGE} where c.id = $1 for update of c`, [id]));
    return changeOf(row, await this.cipher.sealerFor(null));
  }

  /** Approved changes whose wait is over; a change that somebody withdraws just now is left out. */
  async due(tx: Tx, now: Date): Promise<AccountChange[]> {
    const rows = await tx.query<Row>(
      `${CHANGE} where c.state = 'approved' and c.effective_at <= $1 order by c.id for update of c skip locked`,
      [now],
    );
    const sealer = await this.cipher.sealerFor(null);
    return rows.map((row) => changeOf(row, sealer));
  }

  /** Throws `ACCOUNT_CHANGE_OPEN` while another one is under way. */
  async propose(
    tx: Tx,
    given: { account: SellerAccountInput; ibanHash: string; personId: string; at: Date },
  ): Promise<string> {
    const id = newId();
    const sealer = await this.cipher.sealerFor(null);
    const { account } = given;
    try {
      await tx.query(
        `insert into seller_account_changes (id, state, iban_enc, iban_hash, bic, bank, proposed_by, proposed_at)
         values ($1, 'proposed', $2, $3, $4, $5, $6, $7)`,
        [
          id,
          sealer.seal(place(id, 'iban_enc'), account.iban),
          given.ibanHash,
          account.bic,
          account.bank,
          given.personId,
          given.at,
        ],
      );
    } catch (error) {
      if (violatedConstraint(error) === 'uq_seller_account_changes_open')
        throw new Problem('ACCOUNT_CHANGE_OPEN');
      throw error;
    }
    return id;
  }

  /** Throws `WRONG_STATE` when somebody was faster. */
  async approve(tx: Tx, given: { id: string; personId: string; at: Date; effectiveAt: Date }): Promise<void> {
    theOne(
      await tx.query(
        `update seller_account_changes set state = 'approved', approved_by = $2, approved_at = $3, effective_at = $4
         where id = $1 and state = 'proposed' and proposed_by <> $2 returning id`,
        [given.id, given.personId, given.at, given.effectiveAt],
      ),
    );
  }

  async withdraw(tx: Tx, given: { id: string; personId: string; at: Date }): Promise<void> {
    theOne(
      await tx.query(
        `update seller_account_changes set state = 'withdrawn', ended_by = $2, ended_at = $3
         where id = $1 and state in ('proposed', 'approved') returning id`,
        [given.id, given.personId, given.at],
      ),
    );
  }

  /** Marks it in force and keeps the account it replaced: money still arrives there. */
  async takeEffect(
    tx: Tx,
    given: { id: string; at: Date; replaced: { iban: string; ibanHash: string } },
  ): Promise<void> {
    const sealer = await this.cipher.sealerFor(null);
    theOne(
      await tx.query(
        `update seller_account_changes set state = 'in_force', ended_at = $2, replaced_iban_enc = $3, replaced_iban_hash = $4
         where id = $1 and state = 'approved' and effective_at <= $2 returning id`,
        [
          given.id,
          given.at,
          sealer.seal(place(given.id, 'replaced_iban_enc'), given.replaced.iban),
          given.replaced.ibanHash,
        ],
      ),
    );
  }
}

function theOne(rows: readonly unknown[]): void {
  if (rows.length === 0) throw new Problem('WRONG_STATE');
}

const by = (name: string | null, at: Date | null) => (name !== null && at !== null ? { name, at } : null);

const changeOf = (row: Row, sealer: Sealer): AccountChange => ({
  id: row.id,
  state: row.state,
  account: { iban: sealer.open(place(row.id, 'iban_enc'), row.iban_enc), bic: row.bic, bank: row.bank },
  ibanHash: row.iban_hash,
  replaced: row.replaced_iban_enc && sealer.open(place(row.id, 'replaced_iban_enc'), row.replaced_iban_enc),
  proposedBy: row.proposed_by,
  proposed: { name: row.proposed_name, at: row.proposed_at },
  approved: by(row.approved_name, row.approved_at),
  effectiveAt: row.effective_at,
  ended: by(row.ended_name, row.ended_at),
});

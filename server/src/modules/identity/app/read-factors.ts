import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { readFactors } from '@qafila/shared/identity/factors.contract';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { oneRow, type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { enrolmentOf } from './enrolment';

interface Row {
  enrolled_at: Date | null;
  totp_at: Date | null;
  codes: number;
  codes_left: number;
}
export interface PasskeyRow {
  id: string;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
  is_synced: boolean;
}
/** A passkey as its owner sees it. */
export const passkeyReply = (row: PasskeyRow) => ({
  id: row.id,
  name: row.name,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  isSynced: row.is_synced,
});

/** The second factors of a person, without a secret, and what an enrolment still misses. */
@Injectable()
export class ReadFactors {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  run(actor: Actor): Promise<ReplyOf<typeof readFactors>> {
    return this.unitOfWork.run(systemScope('own factors'), async (tx) => {
      const enrolment = enrolmentOf(actor);
      const row = await (enrolment ? draftsOf(tx, enrolment) : standingOf(tx, actor.personId));
      const passkeys = await tx.query<PasskeyRow>(
        enrolment
          ? 'select id, name, created_at, null as last_used_at, is_synced from passkey_drafts where session_id = $1 order by id'
          : 'select id, name, created_at, last_used_at, is_synced from passkeys where person_id = $1 order by id',
        [enrolment ?? actor.personId],
      );
      const factors = passkeys.length + (row.totp_at ? 1 : 0);
      return {
        step: stepOf(row, factors),
        totp: row.totp_at ? { confirmedAt: row.totp_at.toISOString() } : null,
        passkeys: passkeys.map(passkeyReply),
        recoveryCodesLeft: row.codes_left,
        isOneAway: factors < 2 && row.codes_left === 0,
      };
    });
  }
}

async function standingOf(tx: Tx, personId: string): Promise<Row> {
  return oneRow(
    await tx.query<Row>(
      `select p.enrolled_at, (select t.confirmed_at from totp_factors t where t.person_id = p.id) as totp_at,
         (select count(*)::int from recovery_codes r where r.person_id = p.id) as codes,
         (select count(*)::int from recovery_codes r where r.person_id = p.id and r.used_at is null) as codes_left
       from people p where p.id = $1`,
      [personId],
    ),
  );
}

/** What an enrolment made so far; whatever stood before it does not count in it. */
async function draftsOf(tx: Tx, sessionId: string): Promise<Row> {
  return oneRow(
    await tx.query<Row>(
      `select null as enrolled_at, (select t.confirmed_at from totp_drafts t where t.session_id = $1) as totp_at,
         r.codes, r.codes as codes_left
       from (select count(*)::int as codes from recovery_code_drafts where session_id = $1) r`,
      [sessionId],
    ),
  );
}

function stepOf(row: Row, factors: number): 'factor' | 'codes' | 'confirm_code' | 'done' {
  if (row.enrolled_at) return 'done';
  if (factors === 0) return 'factor';
  return row.codes === 0 ? 'codes' : 'confirm_code';
}

import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { readFactors } from '@qafila/shared/identity/factors.contract';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';

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
      const row = oneRow(
        await tx.query<Row>(
          `select p.enrolled_at, (select t.confirmed_at from totp_factors t where t.person_id = p.id) as totp_at,
             (select count(*)::int from recovery_codes r where r.person_id = p.id) as codes,
             (select count(*)::int from recovery_codes r where r.person_id = p.id and r.used_at is null) as codes_left
           from people p where p.id = $1`,
          [actor.personId],
        ),
      );
      const passkeys = await tx.query<PasskeyRow>(
        'select id, name, created_at, last_used_at, is_synced from passkeys where person_id = $1 order by id',
        [actor.personId],
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

function stepOf(row: Row, factors: number): 'factor' | 'codes' | 'confirm_code' | 'done' {
  if (row.enrolled_at) return 'done';
  if (factors === 0) return 'factor';
  return row.codes === 0 ? 'codes' : 'confirm_code';
}

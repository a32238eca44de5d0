import { Injectable } from '@nestjs/common';
import type { Turn, TurnSide } from '@qafila/shared/branding/brief-clock.rules';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { BriefKey } from '../domain/brief';

interface TurnRow {
  side: TurnSide;
  leg: number;
  from_at: Date;
  until_at: Date | null;
}

/** Who had a brief from when to when: the clock of its due times and of its promise. */
@Injectable()
export class BriefTurnRepository {
  async of(tx: Tx, brief: BriefKey): Promise<Turn[]> {
    const rows = await tx.query<TurnRow>(
      'select side, leg, from_at, until_at from brief_turns where company_id = $1 and brief_id = $2 order by position',
      [brief.companyId, brief.id],
    );
    return rows.map((row) => ({ side: row.side, leg: row.leg, from: row.from_at, until: row.until_at }));
  }

  async close(tx: Tx, brief: BriefKey, at: Date): Promise<void> {
    await tx.query(
      'update brief_turns set until_at = $3 where company_id = $1 and brief_id = $2 and until_at is null',
      [brief.companyId, brief.id, at],
    );
  }

  async open(
    tx: Tx,
    brief: BriefKey,
    turn: { readonly side: TurnSide; readonly leg: number; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into brief_turns (company_id, brief_id, position, side, leg, from_at)
       select $1, $2, 1 + count(*), $3, $4, $5 from brief_turns where company_id = $1 and brief_id = $2`,
      [brief.companyId, brief.id, turn.side, turn.leg, turn.at],
    );
  }
}

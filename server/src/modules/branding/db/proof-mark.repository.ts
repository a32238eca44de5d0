import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Proof } from '../domain/proof';

/** What one of the trader's people has done with a version. */
export interface Mark {
  readonly name: string;
  readonly viewedAt: Date | null;
  readonly commentedAt: Date | null;
  readonly decidedAt: Date | null;
}
export type MarkKind = 'viewed' | 'commented' | 'decided';
const COLUMN_OF: Readonly<Record<MarkKind, string>> = {
  viewed: 'viewed_at',
  commented: 'commented_at',
  decided: 'decided_at',
};

/** Who of a company has seen a version, commented on it and decided; each for the first time. */
@Injectable()
export class ProofMarkRepository {
  async of(tx: Tx, proof: Proof): Promise<Mark[]> {
    const rows = await tx.query<{
      name: string;
      viewed_at: Date | null;
      commented_at: Date | null;
      decided_at: Date | null;
    }>(
      `select p.name, m.viewed_at, m.commented_at, m.decided_at from proof_marks m join people p on p.id = m.person_id
       where m.company_id = $1 and m.proof_id = $2 order by m.viewed_at, p.name`,
      [proof.companyId, proof.id],
    );
    return rows.map((row) => ({
      name: row.name,
      viewedAt: row.viewed_at,
      commentedAt: row.commented_at,
      decidedAt: row.decided_at,
    }));
  }

  /** The first time counts; a repeated one writes nothing. */
  async mark(
    tx: Tx,
    proof: Proof,
    by: { readonly personId: string; readonly kind: MarkKind; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into proof_marks as m (company_id, proof_id, person_id, ${COLUMN_OF[by.kind]}) values ($1, $2, $3, $4)
       on conflict (company_id, proof_id, person_id) do update set ${COLUMN_OF[by.kind]} = excluded.${COLUMN_OF[by.kind]}
       where m.${COLUMN_OF[by.kind]} is null`,
      [proof.companyId, proof.id, by.personId, by.at],
    );
  }
}

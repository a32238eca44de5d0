import { Injectable } from '@nestjs/common';
import type { BriefState } from '@qafila/shared/branding/branding.lifecycle';
import type { BriefFields } from '@qafila/shared/branding/brief-views';
import type { NoteVisibility } from '@qafila/shared/branding/proof-notes.rules';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { Brief, BriefKey } from '../domain/brief';
import { BRIEF_COLUMNS, type BriefRow, toBrief } from './brief.mapper';

/** The place in the queue of a brief on which no clock runs: behind every other, and a date a cursor can carry. */
const END_OF_TIME = "'9999-01-01T00:00:00Z'";

/** What a step writes beside the state; what is left out stays. */
export type BriefStep = { readonly to: BriefState; readonly at: Date } & Partial<
  Pick<
    Brief,
    | 'question'
    | 'roundsBought'
    | 'roundsUsed'
    | 'assigneeId'
    | 'gatekeeperId'
    | 'dueAt'
    | 'promisedAt'
    | 'submittedAt'
  >
>;

/** A company's briefs. The lock on a brief is the lock on its proofs, notes and to-dos too. */
@Injectable()
export class BriefRepository {
  /** Throws `NOT_FOUND` for another company's, and for staff while it was never sent. */
  async read(tx: Tx, id: string): Promise<Brief> {
    const rows = await tx.query<BriefRow>(
      `select ${BRIEF_COLUMNS} from briefs
       where id = $1 and ($2::uuid is null and submitted_at is not null or company_id = $2)`,
      [id, tx.scope.companyId],
    );
    return toBrief(oneRow(rows));
  }

  /** The same, held until the transaction ends. */
  async hold(tx: Tx, id: string): Promise<Brief> {
    const rows = await tx.query<BriefRow>(
      `select ${BRIEF_COLUMNS} from briefs
       where id = $1 and ($2::uuid is null and submitted_at is not null or company_id = $2) for update`,
      [id, tx.scope.companyId],
    );
    return toBrief(oneRow(rows));
  }

  /** Held, in the version its caller saw. Throws `STALE_RECORD`. */
  async holdVersion(tx: Tx, at: { readonly id: string; readonly version: number }): Promise<Brief> {
    const brief = await this.hold(tx, at.id);
    if (brief.version !== at.version) throw new Problem('STALE_RECORD');
    return brief;
  }

  async add(
    tx: Tx,
    given: BriefKey & {
      readonly code: string;
      readonly fields: BriefFields;
      readonly rounds: number;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(
      `insert into briefs (company_id, id, code, state, version, brand_profile_id, packaging_spec_id, product_ids, quantity,
         title, objectives, must_have, must_not, languages, deadline, approvals_needed, rounds_included, queue_at,
         created_by, created_at, changed_at)
       values ($1, $2, $3, 'draft', 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, ${END_OF_TIME}, $16, $17, $17)`,
      [given.companyId, given.id, given.code, ...contentOf(given.fields), given.rounds, given.by, given.at],
    );
    await this.putReferences(tx, given, given.fields.references);
  }

  /** Saves what is typed. Throws `STALE_RECORD` when somebody was quicker. */
  async put(tx: Tx, brief: Brief, given: { readonly fields: BriefFields; readonly at: Date }): Promise<void> {
    const rows = await tx.query(
      `update briefs set brand_profile_id = $4, packaging_spec_id = $5, product_ids = $6, quantity = $7, title = $8,
         objectives = $9, must_have = $10, must_not = $11, languages = $12, deadline = $13, approvals_needed = $14,
         version = version + 1, changed_at = $15
       where company_id = $1 and id = $2 and version = $3 returning id`,
      [brief.companyId, brief.id, brief.version, ...contentOf(given.fields), given.at],
    );
    if (rows.length === 0) throw new Problem('STALE_RECORD');
    await this.putReferences(tx, brief, given.fields.references);
  }

  /** Takes a step that the lifecycle decided. Throws `STALE_RECORD` when state or version moved since. */
  async advance(tx: Tx, brief: Brief, step: BriefStep): Promise<Brief> {
    const next = { ...brief, ...step };
    const rows = await tx.query<BriefRow>(
      `update briefs set state = $5, version = version + 1, changed_at = $6, question = $7, rounds_bought = $8,
         rounds_used = $9, assignee_id = $10, gatekeeper_id = $11, due_at = $12,
         queue_at = coalesce($12::timestamptz, ${END_OF_TIME}), promised_at = $13, submitted_at = $14
       where company_id = $1 and id = $2 and state = $3 and version = $4
       returning ${BRIEF_COLUMNS}`,
      [
        brief.companyId,
        brief.id,
        brief.state,
        brief.version,
        step.to,
        step.at,
        next.question,
        next.roundsBought,
        next.roundsUsed,
        next.assigneeId,
        next.gatekeeperId,
        next.dueAt,
        next.promisedAt,
        next.submittedAt,
      ],
    );
    const [row] = rows;
    if (!row) throw new Problem('STALE_RECORD');
    return toBrief(row);
  }

  /** The next number of a note; internal ones count apart, so that a gap tells a trader nothing. */
  async nextNote(tx: Tx, brief: BriefKey, visibility: NoteVisibility): Promise<number> {
    const counter = visibility === 'shared' ? 'shared_notes' : 'internal_notes';
    const rows = await tx.query<{ number: number }>(
      `update briefs set ${counter} = ${counter} + 1 where company_id = $1 and id = $2 returning ${counter} as number`,
      [brief.companyId, brief.id],
    );
    return oneRow(rows).number;
  }

  private async putReferences(tx: Tx, brief: BriefKey, assetIds: readonly string[]): Promise<void> {
    await tx.query('delete from brief_references where company_id = $1 and brief_id = $2', [
      brief.companyId,
      brief.id,
    ]);
    if (assetIds.length === 0) return;
    await tx.query(
      `insert into brief_references (company_id, brief_id, asset_id, position)
       select $1, $2, r.asset_id, r.position
       from unnest($3::uuid[]) with ordinality as r(asset_id, position)`,
      [brief.companyId, brief.id, assetIds],
    );
  }
}

const contentOf = (fields: BriefFields): unknown[] => [
  fields.brandProfileId,
  fields.packagingSpecId,
  fields.productIds,
  fields.quantity,
  fields.title,
  fields.objectives,
  fields.mustHave,
  fields.mustNot,
  fields.languages,
  fields.deadline,
  fields.approvalsNeeded,
];

import type { BriefState, ProofState } from '@qafila/shared/branding/branding.lifecycle';
import { anAsset } from '../../../src/modules/branding/testing/a-brief';
import { newId, newPublicCode } from '../../../src/platform/ids/new-id';
import type { SampleAt } from './sample';

/** Where a brief stands that a sample names; what is left out is a brief in design that nobody has. */
export interface Stage {
  readonly state?: BriefState;
  readonly turn?: 'store' | 'trader';
  /** Whose it is: that of whoever sends proofs in this world, or of the other designer. */
  readonly with?: 'designer' | 'second';
  readonly roundsUsed?: number;
  readonly proof?: ProofState;
  readonly hasQuote?: true;
}
export interface Staged {
  readonly briefId: string;
  readonly proofId: string;
  readonly quoteId: string;
}

/** A brief of its own for one cell, copied from the company's: a step that was taken finds it no second time. */
export async function stage(at: SampleAt, given: Stage): Promise<Staged> {
  const { world, company } = at;
  const staged = { briefId: newId(), proofId: newId(), quoteId: newId() };
  const now = world.app.clock.now();
  const { state = 'in_design', turn = null } = given;
  const brief = {
    ...{ id: staged.briefId, code: newPublicCode(), version: 1, state, gatekeeper_id: null },
    assignee_id: designerOf(at, given.with),
    due_at: turn === 'store' ? now : null,
    rounds_used: given.roundsUsed ?? 0,
    submitted_at: state === 'draft' ? null : now,
  };
  const assetId = given.proof && (await anAsset(world.app, company.companyId, { by: world.secondDesigner }));
  await world.app.system(async (tx) => {
    await tx.query(
      'insert into briefs select (jsonb_populate_record(b, $2::jsonb)).* from briefs b where b.id = $1',
      [company.briefId, JSON.stringify(brief)],
    );
    if (turn)
      await tx.query(
        `insert into brief_turns (company_id, brief_id, position, side, leg, from_at) values ($1, $2, 1, $3, 0, $4)`,
        [company.companyId, staged.briefId, turn, now],
      );
    if (given.proof)
      await tx.query(
        'insert into proofs select (jsonb_populate_record(p, $2::jsonb)).* from proofs p where p.id = $1',
        [
          company.proofId,
          JSON.stringify({ ...proofOf(at, { given, staged, state: given.proof }), asset_id: assetId }),
        ],
      );
    if (given.hasQuote)
      await tx.query(
        `insert into brief_quotes select (jsonb_populate_record(q, $2::jsonb)).* from brief_quotes q
         where q.brief_id = $1 limit 1`,
        [company.briefId, JSON.stringify({ id: staged.quoteId, brief_id: staged.briefId, ...OFFERED })],
      );
  });
  return staged;
}

const OFFERED = { state: 'offered', answered_by: null, answered_at: null };

const designerOf = ({ world }: SampleAt, who: Stage['with']): string | null =>
  who === undefined
    ? null
    : who === 'designer'
      ? world.staff.designer.personId
      : world.secondDesigner.personId;

/** Made by whoever has the brief; one that was not sent has no sender yet. */
function proofOf(
  at: SampleAt,
  { given, staged, state }: { given: Stage; staged: Staged; state: ProofState },
): object {
  const isSent = state !== 'draft' && state !== 'internal_review';
  const other = given.with === 'designer' ? 'second' : 'designer';
  return {
    ...{ id: staged.proofId, brief_id: staged.briefId, state, revision: 1, version: 1 },
    made_by: designerOf(at, given.with),
    sent_by: isSent ? designerOf(at, other) : null,
    ...(isSent ? {} : { sent_at: null, viewed_at: null, expires_at: null }),
  };
}

import type { DecisionView } from '@qafila/shared/branding/decision-views';
import type { ProofDecision } from '@qafila/shared/branding/decisions.rules';
import type { Decision } from './approval';
import type { Brief } from './brief';
import type { Note, Proof } from './proof';

interface Reader {
  readonly personId: string;
}

export const givenOf = (reader: Reader, approval: Decision) => ({
  name: approval.name,
  isMine: approval.personId === reader.personId,
  at: approval.at.toISOString(),
  hash: approval.hash,
});

export const approvalsOf = (
  reader: Reader,
  brief: Brief,
  made: { readonly approvals: readonly Decision[]; readonly needed: number },
) => ({
  asked: brief.approvalsNeeded,
  needed: made.needed,
  given: made.approvals.map((approval) => givenOf(reader, approval)),
});

export const openNoteOf = (note: Note) => ({
  id: note.id,
  number: note.number ?? 1,
  page: note.page ?? 1,
  body: note.body,
  side: note.side,
});

/** What came of a decision. */
export const decisionOf = (
  reader: Reader,
  { brief, proof }: { readonly brief: Brief; readonly proof: Proof },
  made: {
    readonly decision: ProofDecision;
    readonly hash: string;
    readonly approvals: readonly Decision[];
    readonly needed: number;
    readonly specId: string | null;
  },
): DecisionView => ({
  decision: made.decision,
  proofId: proof.id,
  briefId: brief.id,
  state: proof.state,
  revision: proof.revision,
  hash: made.hash,
  approvals: approvalsOf(reader, brief, made),
  specId: made.specId,
});

import { Injectable } from '@nestjs/common';
import { proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import { takesNotes, takesReplies } from '@qafila/shared/branding/proof-notes.rules';
import type { ProofView } from '@qafila/shared/branding/proof-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { type Actor, may } from '../../../platform/access/actor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Assets } from '../assets.api';
import { BriefFactsRepository } from '../db/brief-facts.repository';
import { type Mark, ProofMarkRepository } from '../db/proof-mark.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { isDecidable } from '../domain/approval';
import type { Brief } from '../domain/brief';
import { action, isoOf } from '../domain/brief-reply';
import type { Proof } from '../domain/proof';
import { proofHeadOf, threadsOf } from '../domain/proof-reply';

/** A version as the trader sees it: what the team wrote to itself is never read from the database. */
@Injectable()
export class DescribeProof {
  constructor(
    private readonly facts: BriefFactsRepository,
    private readonly notes: ProofNoteRepository,
    private readonly marks: ProofMarkRepository,
    private readonly assets: Assets,
  ) {}

  async of(tx: Tx, actor: Actor, { brief, proof }: { brief: Brief; proof: Proof }): Promise<ProofView> {
    const { brand } = await this.facts.around(tx, brief);
    const { pages, ...preflight } = await this.assets.judgedFor(tx, proof);
    const notes = await this.notes.of(tx, proof, ['shared']);
    const marks = await this.marks.of(tx, proof);
    const versions = await this.facts.versions(tx, brief, true);
    return {
      ...proofHeadOf(brief, proof, pages),
      preflight,
      actions: actionsOf(actor, brief, proof),
      brand: { id: brief.brandProfileId, nameLatin: brand.nameLatin, nameArabic: brand.nameArabic },
      notes: threadsOf(notes, { side: 'trader', personId: actor.personId, version: proof.version }),
      marks: marks.map(markOf),
      versions: versions.map((version) => ({
        id: version.id,
        version: version.version,
        state: version.state,
        assetId: version.assetId,
        sentAt: isoOf(version.sentAt),
      })),
    };
  }
}

const markOf = (mark: Mark) => ({
  name: mark.name,
  viewedAt: isoOf(mark.viewedAt),
  commentedAt: isoOf(mark.commentedAt),
  decidedAt: isoOf(mark.decidedAt),
});

function actionsOf(actor: Actor, brief: Brief, proof: Proof) {
  const isOpen = proof.lockedAt === null;
  const mayWrite = may(actor, 'brief:write') && isOpen;
  const decisions = (['approve', 'require_changes', 'reject'] as const).map((step) => {
    if (!may(actor, 'proof:approve')) return action(step, false, 'NOT_ALLOWED');
    const verdict = decide(proofLifecycle, { state: proof.state, step }, { blockers: [] });
    return action(step, verdict.ok && isDecidable(brief));
  });
  return [
    action('note', mayWrite && takesNotes('trader', proof.state)),
    action('reply', mayWrite && takesReplies(proof.state)),
    ...decisions,
  ];
}

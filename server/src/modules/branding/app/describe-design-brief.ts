import { Injectable } from '@nestjs/common';
import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import { type Actor, may } from '../../../platform/access/actor';
import type { Tx } from '../../../platform/database/unit-of-work';
import {
  BriefFactsRepository,
  type BriefSurroundings,
  type VersionFacts,
} from '../db/brief-facts.repository';
import { type Brief, briefFacts, isOutOfRounds, isOver } from '../domain/brief';
import { action, headOf, isoOf, stepsOf } from '../domain/brief-reply';
import { contentOf } from './describe-brief';

/** A brief as the design team sees it: a brand code and a name, no company, no person of it, no price. */
@Injectable()
export class DescribeDesignBrief {
  constructor(private readonly facts: BriefFactsRepository) {}

  async of(tx: Tx, actor: Actor, brief: Brief): Promise<DesignBriefView> {
    const around = await this.facts.around(tx, brief);
    const versions = await this.facts.versions(tx, brief, false);
    const designers = await this.facts.designers(tx);
    const turn = around.turns.find((each) => each.until === null)?.side ?? null;
    const { isActive: _, ...brand } = around.brand;
    return {
      ...headOf(brief, turn),
      ...contentOf(brief, { ...around, references: filesFor(around) }),
      brand,
      assignee: personOf(brief.assigneeId, around.assignee),
      gatekeeper: personOf(brief.gatekeeperId, around.gatekeeper),
      isMine: brief.assigneeId === actor.personId,
      isGatekeeper: brief.gatekeeperId === actor.personId,
      designers,
      question: brief.question,
      needsQuote: isOutOfRounds(brief) && !isOver(brief.state) && !versions.some(isAlive),
      proofs: versions.map((version) => ({
        id: version.id,
        version: version.version,
        state: version.state,
        sentAt: isoOf(version.sentAt),
        viewedAt: isoOf(version.viewedAt),
        expiresAt: isoOf(version.expiresAt),
        madeBy: version.madeBy,
      })),
      openTodos: around.openTodos,
      actions: actionsOf(actor, brief, { turn, versions }),
    };
  }
}

/** What the trader added, and what the brand and its packaging bring; each file once. */
function filesFor({ references, brandFiles }: BriefSurroundings): BriefSurroundings['references'] {
  const added = new Set(references.map(({ assetId }) => assetId));
  return [...references, ...brandFiles.filter(({ assetId }) => !added.has(assetId))];
}

const isAlive = (version: VersionFacts): boolean =>
  version.state === 'draft' ||
  version.state === 'internal_review' ||
  version.state === 'sent' ||
  version.state === 'viewed';

const personOf = (id: string | null, name: string | null) =>
  id === null || name === null ? null : { id, name };

function actionsOf(
  actor: Actor,
  brief: Brief,
  given: { readonly turn: 'store' | 'trader' | null; readonly versions: readonly VersionFacts[] },
) {
  const isFree = brief.assigneeId === null || brief.assigneeId === actor.personId;
  const isPermitted = may(actor, 'design:work') && isFree;
  const isOpen = !isOver(brief.state);
  const hasWork = given.versions.some((each) => each.state === 'draft' || each.state === 'internal_review');
  const steps = stepsOf(brief, ['begin', 'ask_info'], { facts: briefFacts(brief), isPermitted });
  const mayMake = isPermitted && brief.state === 'in_design' && !hasWork;
  return [
    action('take', may(actor, 'design:work') && brief.assigneeId === null && isOpen, 'BRIEF_TAKEN'),
    action('assign', may(actor, 'design:gate') && isOpen),
    // While the trader has it there is nothing to ask: his answer is awaited already.
    ...steps.map((step) =>
      step.step === 'ask_info' && given.turn !== 'store' ? action('ask_info', false) : step,
    ),
    mayMake && isOutOfRounds(brief)
      ? action('create_proof', false, 'BRIEF_ROUND_NEEDS_QUOTE')
      : action('create_proof', mayMake),
    action('write', may(actor, 'design:work') && isOpen),
  ];
}

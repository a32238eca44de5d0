import { Injectable } from '@nestjs/common';
import { productionSpecLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { ActionView } from '@qafila/shared/branding/brief-views';
import type { DesignSpecView } from '@qafila/shared/branding/production-spec-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { type Actor, may } from '../../../platform/access/actor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ProofDecisionRepository } from '../db/proof-decision.repository';
import { action } from '../domain/brief-reply';
import type { ProductionSpec } from '../domain/production-spec';
import { designHeadOf, namelessOf, specBodyOf } from '../domain/spec-reply';

/** A production spec as the design team sees it: no company, no person of it, no price. */
@Injectable()
export class DescribeDesignSpec {
  constructor(private readonly decisions: ProofDecisionRepository) {}

  async of(tx: Tx, actor: Actor, spec: ProductionSpec): Promise<DesignSpecView> {
    const { companyId, proofId, contentHash } = spec;
    const approvals =
      proofId === null ? [] : await this.decisions.approvals(tx, { companyId, id: proofId }, contentHash);
    return {
      ...designHeadOf(actor, spec),
      ...specBodyOf(spec),
      approvals: namelessOf(approvals),
      checkedBy: spec.checker,
      actions: actionsOf(actor, spec),
    };
  }
}

function actionsOf(actor: Actor, spec: ProductionSpec): ActionView[] {
  const blockers = spec.madeBy === actor.personId ? ['SPEC_OWN_CHECK'] : [];
  return (['lock', 'refuse'] as const).map((step) => {
    if (!may(actor, 'design:gate')) return action(step, false, 'NOT_ALLOWED');
    const verdict = decide(productionSpecLifecycle, { state: spec.state, step }, { blockers });
    return { step, allowed: verdict.ok, reasons: verdict.ok ? [] : [...verdict.reasons] };
  });
}

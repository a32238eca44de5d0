import { Injectable } from '@nestjs/common';
import { productionSpecLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { ActionView } from '@qafila/shared/branding/brief-views';
import type { SpecView } from '@qafila/shared/branding/production-spec-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { type Actor, may } from '../../../platform/access/actor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Orders } from '../../ordering/ordering.api';
import { ProofDecisionRepository } from '../db/proof-decision.repository';
import { givenOf } from '../domain/approval-reply';
import { action, isoOf } from '../domain/brief-reply';
import type { ProductionSpec } from '../domain/production-spec';
import { ownBrandOf, specBodyOf, specHeadOf } from '../domain/spec-reply';

/** A production spec as its own company sees it. */
@Injectable()
export class DescribeSpec {
  constructor(
    private readonly decisions: ProofDecisionRepository,
    private readonly orders: Orders,
  ) {}

  async of(tx: Tx, actor: Actor, spec: ProductionSpec): Promise<SpecView> {
    const { companyId, proofId, contentHash } = spec;
    const approvals =
      proofId === null ? [] : await this.decisions.approvals(tx, { companyId, id: proofId }, contentHash);
    return {
      ...specHeadOf(spec),
      ...specBodyOf(spec),
      brand: ownBrandOf(spec),
      unitPrice: spec.unitPrice,
      approvals: approvals.map((approval) => givenOf(actor, approval)),
      releasedFor: await this.orderOf(tx, actor, spec),
      retiredAt: isoOf(spec.retiredAt),
      actions: [retireOf(actor, spec)],
    };
  }

  /** A brand manager reads no orders. */
  private async orderOf(tx: Tx, actor: Actor, spec: ProductionSpec): Promise<SpecView['releasedFor']> {
    if (spec.releasedFor === null || !may(actor, 'order:read')) return null;
    const [order] = await this.orders.factsOf(tx, [spec.releasedFor]);
    return order ? { id: order.orderId, code: order.code } : null;
  }
}

function retireOf(actor: Actor, spec: ProductionSpec): ActionView {
  if (!may(actor, 'brand:edit')) return action('retire', false, 'NOT_ALLOWED');
  const at = { state: spec.state, step: 'retire' } as const;
  return action('retire', decide(productionSpecLifecycle, at, { blockers: [] }).ok);
}

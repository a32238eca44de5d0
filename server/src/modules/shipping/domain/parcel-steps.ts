import { decide } from '@qafila/shared/kernel/lifecycle';
import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import { type ConsignmentFacts, consignmentLifecycle } from '@qafila/shared/shipping/shipping.lifecycle';
import { expectedWeight } from '@qafila/shared/shipping/shipping.rules';
import type { Consignment, ConsignmentItem } from './consignment';

/** Steps a packer takes, in their order. */
export const PACKER_STEPS = ['start_picking', 'pack', 'label', 'hand_over'] as const;
export type PackerStep = (typeof PACKER_STEPS)[number];
type Reason = ParcelView['actions'][number]['reasons'][number];

/** What is known about a parcel when a step is decided, and the numbers its reasons name. */
export interface ParcelFacts extends ConsignmentFacts {
  readonly weight: { readonly low: number; readonly high: number };
  /** Where the latest scan found a leak; empty when it found none. */
  readonly leakSurface: string;
}

/** Facts of a parcel; `measuredGrams` is the weight just typed, or the stored one. */
export function factsOf(
  parcel: Pick<Consignment, 'goodsGrams' | 'scan'>,
  items: readonly Pick<ConsignmentItem, 'quantity' | 'packed'>[],
  given: { readonly measuredGrams: number | null; readonly leakSurface?: string | undefined },
): ParcelFacts {
  const { low, high } = expectedWeight(parcel.goodsGrams);
  const grams = given.measuredGrams;
  return {
    missingPieces: items.reduce((sum, item) => sum + item.quantity - item.packed, 0),
    isWeightRight: grams !== null && grams >= low && grams <= high,
    scanPassed: parcel.scan === null ? null : parcel.scan.verdict === 'pass',
    weight: { low, high },
    leakSurface: given.leakSurface ?? '',
  };
}

function reasonOf(code: string, facts: ParcelFacts): Reason {
  switch (code) {
    case 'PIECES_MISSING':
      return { code, params: { count: facts.missingPieces } };
    case 'WEIGHT_OFF':
      return { code, params: facts.weight };
    case 'LEAK_FOUND':
      return { code, params: { surface: facts.leakSurface } };
    default:
      return { code, params: {} };
  }
}

/** What stands against one step; nothing when it may be taken. */
export function reasonsAgainst(
  state: Consignment['state'],
  step: PackerStep,
  facts: ParcelFacts,
): readonly Reason[] {
  if (state === 'on_hold') return [reasonOf('PARCEL_HELD', facts)];
  const verdict = decide(consignmentLifecycle, { state, step }, facts);
  return verdict.ok ? [] : verdict.reasons.map((code) => reasonOf(code, facts));
}

/** Every step with its reasons, as the pack station shows them. */
export const actionsOf = (state: Consignment['state'], facts: ParcelFacts): ParcelView['actions'] =>
  PACKER_STEPS.map((step) => {
    const reasons = [...reasonsAgainst(state, step, facts)];
    return { step, allowed: reasons.length === 0, reasons };
  });

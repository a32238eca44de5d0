import { isProblemCode } from '@qafila/shared/registry/problems';
import { type ConsignmentState, consignmentLifecycle } from '@qafila/shared/shipping/shipping.lifecycle';
import { Problem } from '../../../platform/problems/problem';
import { type PackerStep, type ParcelFacts, reasonsAgainst } from '../domain/parcel-steps';

/** The state a step leads to. Throws the first reason against it: `PARCEL_HELD`, `WRONG_STATE`, `PIECES_MISSING`, `WEIGHT_OFF`, `LEAK_FOUND`. */
export function takeStep(state: ConsignmentState, step: PackerStep, facts: ParcelFacts): ConsignmentState {
  const [reason] = reasonsAgainst(state, step, facts);
  if (reason) throw new Problem(isProblemCode(reason.code) ? reason.code : 'WRONG_STATE', reason.params);
  return consignmentLifecycle.steps[step].to;
}

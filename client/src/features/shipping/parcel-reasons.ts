import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';

type Reason = ParcelView['actions'][number]['reasons'][number];
export type ParcelStepName = 'start_picking' | 'pack' | 'label' | 'hand_over';

/** The step a parcel in this state waits for; none once the carrier has it or it is stopped. */
export function stepOf(state: ParcelView['state']): ParcelStepName | null {
  switch (state) {
    case 'planned':
      return 'start_picking';
    case 'picking':
      return 'pack';
    case 'packed':
      return 'label';
    case 'labelled':
      return 'hand_over';
    default:
      return null;
  }
}

/**
 * What stands against a step, as the server says it. Two reasons are answered by the step itself:
 * the weight is judged when it is typed, and slip and label are drawn and scanned anew each time.
 */
export function reasonsAgainst(parcel: ParcelView, step: ParcelStepName): readonly Reason[] {
  const action = parcel.actions.find((each) => each.step === step);
  if (!action) return [{ code: 'WRONG_STATE', params: {} }];
  return action.reasons.filter(({ code }) => code !== 'WEIGHT_OFF' && code !== 'LEAK_FOUND');
}

/** The leak the latest scan found, if it stopped the label. */
export const leakOf = (parcel: ParcelView): Reason | undefined =>
  parcel.scan?.verdict === 'blocked'
    ? parcel.actions.flatMap(({ reasons }) => reasons).find(({ code }) => code === 'LEAK_FOUND')
    : undefined;

/** Why a parcel stays in the house, where it does. */
export const heldFor = (parcel: ParcelView): Reason | undefined =>
  parcel.actions.flatMap(({ reasons }) => reasons).find(({ code }) => code === 'PARCEL_HELD');

/** The fault of a weight in grams; `undefined` when it fits. */
export function weightFault(parcel: ParcelView, grams: number | undefined): Reason | 'missing' | undefined {
  if (grams === undefined || grams < 1) return 'missing';
  const { low, high } = parcel.weight;
  return grams < low || grams > high ? { code: 'WEIGHT_OFF', params: { low, high } } : undefined;
}

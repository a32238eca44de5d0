import { defineLifecycle } from '../kernel/lifecycle';

/** What is known about a parcel when a step is decided. */
export interface ConsignmentFacts {
  readonly missingPieces: number;
  readonly isWeightRight: boolean;
  /** Verdict of the leak scan of slip and label; `null` before the scan. */
  readonly scanPassed: boolean | null;
}

export const consignmentLifecycle = defineLifecycle<ConsignmentFacts>()({
  name: 'consignment',
  initial: 'planned',
  terminal: ['delivered', 'returned', 'cancelled'],
  states: [
    'planned',
    'on_hold',
    'picking',
    'packed',
    'labelled',
    'handed_over',
    'in_transit',
    'delivered',
    'exception',
    'returning',
    'returned',
    'cancelled',
  ],
  steps: {
    start_picking: { from: ['planned'], to: 'picking', needs: 'fulfilment:pack' },
    pack: {
      from: ['picking'],
      to: 'packed',
      needs: 'fulfilment:pack',
      blockedBy: (facts) => [
        ...(facts.missingPieces > 0 ? ['PIECES_MISSING'] : []),
        ...(facts.isWeightRight ? [] : ['WEIGHT_OFF']),
      ],
    },
    label: {
      from: ['packed'],
      to: 'labelled',
      needs: 'fulfilment:pack',
      blockedBy: (facts) => (facts.scanPassed ? [] : ['LEAK_FOUND']),
    },
    hand_over: { from: ['labelled'], to: 'handed_over', needs: 'fulfilment:pack' },
    move: { from: ['handed_over', 'exception'], to: 'in_transit', needs: 'system' },
    deliver: { from: ['handed_over', 'in_transit', 'exception'], to: 'delivered', needs: 'system' },
    fail: { from: ['handed_over', 'in_transit'], to: 'exception', needs: 'system' },
    hold: { from: ['planned', 'picking', 'packed', 'labelled'], to: 'on_hold', needs: 'system' },
    // A parcel goes on where it was held: what was packed and labelled is in its box.
    release: { from: ['on_hold'], to: 'planned', needs: 'system' },
    release_picking: { from: ['on_hold'], to: 'picking', needs: 'system' },
    release_packed: { from: ['on_hold'], to: 'packed', needs: 'system' },
    release_labelled: { from: ['on_hold'], to: 'labelled', needs: 'system' },
    send_back: { from: ['in_transit', 'exception'], to: 'returning', needs: 'system' },
    receive_back: { from: ['returning'], to: 'returned', needs: 'system' },
    cancel: {
      from: ['planned', 'on_hold', 'picking', 'packed', 'labelled'],
      to: 'cancelled',
      needs: 'system',
    },
  },
});
export const shippingLifecycles = [consignmentLifecycle];
export type ConsignmentState = (typeof consignmentLifecycle.states)[number];

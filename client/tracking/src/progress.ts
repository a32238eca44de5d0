import type { TrackingView } from '@qafila/shared/shipping/tracking.contract';

export const STEPS = ['prepared', 'handedOver', 'onTheWay', 'arrived'] as const;
export type Mood = 'moving' | 'done' | 'attention' | 'back';

/** How many of the four steps are behind the parcel, and how the page says it. */
export interface Progress {
  readonly reached: 2 | 3 | 4;
  readonly mood: Mood;
}

const TABLE: Readonly<Record<TrackingView['state'], Progress>> = {
  handed_over: { reached: 2, mood: 'moving' },
  in_transit: { reached: 3, mood: 'moving' },
  delivered: { reached: 4, mood: 'done' },
  exception: { reached: 3, mood: 'attention' },
  returning: { reached: 3, mood: 'back' },
  returned: { reached: 3, mood: 'back' },
};

/** Where a parcel in this state stands. */
export const progressOf = (state: TrackingView['state']): Progress => TABLE[state];

import type { Samples } from './sample';

export const tradersMembersSamples: Samples = {};

import type { Samples } from './sample';

export const oversightSamples: Samples = {};

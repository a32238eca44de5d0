import type { Samples } from './sample';

export const tradersActingSamples: Samples = {};

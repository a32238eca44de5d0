import type { Samples } from './sample';

export const tradersApplicationSamples: Samples = {};

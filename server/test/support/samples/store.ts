import type { Samples } from './sample';

export const storeSamples: Samples = {};

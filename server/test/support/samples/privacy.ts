import type { Samples } from './sample';

export const privacySamples: Samples = {};

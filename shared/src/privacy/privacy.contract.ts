import type { Endpoint } from '../access/endpoint';

export const privacyEndpoints: readonly Endpoint[] = [];

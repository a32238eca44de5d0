import type { Endpoint } from '../access/endpoint';

export const storeEndpoints: readonly Endpoint[] = [];

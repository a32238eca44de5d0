import type { Endpoint } from '../access/endpoint';

export const applicationEndpoints: readonly Endpoint[] = [];

import type { Endpoint } from '../access/endpoint';

export const actingEndpoints: readonly Endpoint[] = [];

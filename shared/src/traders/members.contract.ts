import type { Endpoint } from '../access/endpoint';

export const membersEndpoints: readonly Endpoint[] = [];

import type { AuditEventSpecs } from '../audit-event';

export const storeEvents = {} as const satisfies AuditEventSpecs;

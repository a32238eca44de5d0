import type { AuditEventSpecs } from '../audit-event';

export const oversightEvents = {} as const satisfies AuditEventSpecs;

import type { AuditEventSpecs } from '../audit-event';

export const tradersEvents = {} as const satisfies AuditEventSpecs;

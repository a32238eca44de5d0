import type { AuditEventSpecs } from '../audit-event';

export const privacyEvents = {} as const satisfies AuditEventSpecs;

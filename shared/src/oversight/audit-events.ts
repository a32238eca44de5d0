import type { AuditEventSpec } from './audit-event';
import { brandingEvents } from './events/branding-events';
import { designEvents } from './events/design-events';
import { filesEvents } from './events/files-events';
import { identityEvents } from './events/identity-events';
import { membersEvents } from './events/members-events';
import { notificationsEvents } from './events/notifications-events';
import { orderingEvents } from './events/ordering-events';
import { oversightEvents } from './events/oversight-events';
import { paymentsEvents } from './events/payments-events';
import { privacyEvents } from './events/privacy-events';
import { shippingEvents } from './events/shipping-events';
import { storeEvents } from './events/store-events';
import { tradersEvents } from './events/traders-events';

/**
 * Every audit event there is, in the order of its capability. To add one: put it into `events/<capability>-events.ts`;
 * a check compares this list with what the server writes, in both directions.
 */
export const AUDIT_EVENTS = {
  ...identityEvents,
  ...tradersEvents,
  ...membersEvents,
  ...storeEvents,
  ...privacyEvents,
  ...brandingEvents,
  ...designEvents,
  ...filesEvents,
  ...orderingEvents,
  ...paymentsEvents,
  ...shippingEvents,
  ...notificationsEvents,
  ...oversightEvents,
} as const;
export type AuditEventName = keyof typeof AUDIT_EVENTS;

export const isAuditEvent = (name: string): name is AuditEventName => Object.hasOwn(AUDIT_EVENTS, name);
export const auditEventSpec = (name: AuditEventName): AuditEventSpec => AUDIT_EVENTS[name];
/** Names of the events that pass a test, for a list or a query. */
export const auditEventsWhere = (passes: (spec: AuditEventSpec) => boolean): AuditEventName[] =>
  (Object.keys(AUDIT_EVENTS) as AuditEventName[]).filter((name) => passes(AUDIT_EVENTS[name]));

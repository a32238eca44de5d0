import type { AuditEventSpecs } from '../audit-event';

export const notificationsEvents = {
  'notifications.wishes_changed': {
    trader: true,
    en: 'Choice of notices changed',
    ar: 'تغيير خيارات الإشعارات',
    no: 'Valg av varsler endret',
    fr: 'Choix des notifications modifié',
  },
} as const satisfies AuditEventSpecs;

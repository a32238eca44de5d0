import type { AuditEventSpecs } from '../audit-event';

export const tradersEvents = {
  'traders.company_looked_at': {
    trader: true,
    isRead: true,
    en: 'Account opened by staff',
    ar: 'اطّلع موظف على الحساب',
    no: 'Kontoen åpnet av ansatt',
    fr: 'Compte consulté par le personnel',
  },
  'traders.company_suspended': {
    trader: true,
    en: 'Account suspended',
    ar: 'أُوقف الحساب',
    no: 'Kontoen suspendert',
    fr: 'Compte suspendu',
  },
  'traders.company_returned': {
    trader: true,
    en: 'Suspension of the account ended',
    ar: 'انتهى إيقاف الحساب',
    no: 'Suspensjonen av kontoen opphevet',
    fr: 'Suspension du compte levée',
  },
  'traders.company_closed': {
    trader: true,
    en: 'Account closed',
    ar: 'أُغلق الحساب',
    no: 'Kontoen avsluttet',
    fr: 'Compte fermé',
  },
  'traders.acting_began': {
    trader: true,
    en: 'Staff began to act for the company',
    ar: 'بدأ موظف العمل نيابة عن الشركة',
    no: 'En ansatt begynte å opptre for selskapet',
    fr: 'Le personnel a commencé à agir pour la société',
  },
  'traders.acting_ended': {
    trader: true,
    en: 'Staff stopped acting for the company',
    ar: 'انتهى عمل الموظف نيابة عن الشركة',
    no: 'En ansatt sluttet å opptre for selskapet',
    fr: 'Le personnel a cessé d’agir pour la société',
  },
} as const satisfies AuditEventSpecs;

import type { AuditEventSpecs } from '../audit-event';

export const orderingEvents = {
  'ordering.draft_created': {
    trader: true,
    en: 'Draft begun',
    ar: 'بدء مسودة',
    no: 'Utkast påbegynt',
    fr: 'Brouillon commencé',
  },
  'ordering.draft_changed': {
    trader: true,
    en: 'Draft changed',
    ar: 'تعديل مسودة',
    no: 'Utkast endret',
    fr: 'Brouillon modifié',
  },
  'ordering.lines_changed': {
    trader: true,
    en: 'Lines of a draft changed',
    ar: 'تعديل أسطر المسودة',
    no: 'Linjer i et utkast endret',
    fr: 'Lignes d’un brouillon modifiées',
  },
  'ordering.recipients_changed': {
    trader: true,
    en: 'Recipients of a draft changed',
    ar: 'تعديل مستلمي المسودة',
    no: 'Mottakere i et utkast endret',
    fr: 'Destinataires d’un brouillon modifiés',
  },
  'ordering.order_submitted': {
    trader: true,
    en: 'Order submitted',
    ar: 'إرسال طلب',
    no: 'Ordre sendt inn',
    fr: 'Commande envoyée',
  },
  'ordering.order_confirmed': {
    trader: true,
    en: 'Order confirmed',
    ar: 'تأكيد طلب',
    no: 'Ordre bekreftet',
    fr: 'Commande confirmée',
  },
  'ordering.order_cancelled': {
    trader: true,
    en: 'Order cancelled',
    ar: 'إلغاء طلب',
    no: 'Ordre avbestilt',
    fr: 'Commande annulée',
  },
  'ordering.order_expired': {
    trader: true,
    en: 'Order expired',
    ar: 'انتهاء مهلة طلب',
    no: 'Ordre utløpt',
    fr: 'Commande expirée',
  },
  'ordering.order_reopened': {
    trader: true,
    en: 'Order reopened',
    ar: 'إعادة فتح طلب',
    no: 'Ordre gjenåpnet',
    fr: 'Commande rouverte',
  },
} as const satisfies AuditEventSpecs;

import type { AuditEventSpecs } from '../audit-event';

export const paymentsEvents = {
  'payments.statement_imported': {
    trader: false,
    en: 'Statement imported',
    ar: 'استيراد كشف',
    no: 'Kontoutskrift lest inn',
    fr: 'Relevé importé',
  },
  'payments.receipt_uploaded': {
    trader: true,
    en: 'Receipt of a transfer uploaded',
    ar: 'رفع إيصال حوالة',
    no: 'Kvittering for overføring lastet opp',
    fr: 'Reçu de virement déposé',
  },
  'payments.receipt_read': {
    trader: true,
    en: 'Receipt of a transfer looked at',
    ar: 'الاطلاع على إيصال حوالة',
    no: 'Kvittering for overføring sett på',
    fr: 'Reçu de virement consulté',
  },
  'payments.hold_extended': {
    trader: true,
    en: 'Hold of the order extended',
    ar: 'تمديد حجز الطلب',
    no: 'Reservasjonen av ordren forlenget',
    fr: 'Réservation de la commande prolongée',
  },
  'payments.match_first_confirmed': {
    trader: false,
    en: 'Match confirmed by the first person',
    ar: 'تأكيد أول لمطابقة',
    no: 'Treff bekreftet av første person',
    fr: 'Rapprochement confirmé par la première personne',
  },
  'payments.match_withdrawn': {
    trader: false,
    en: 'Match withdrawn',
    ar: 'سحب مطابقة',
    no: 'Treff trukket tilbake',
    fr: 'Rapprochement retiré',
  },
  'payments.transfer_booked': {
    trader: true,
    en: 'Transfer booked',
    ar: 'قيد حوالة',
    no: 'Overføring bokført',
    fr: 'Virement comptabilisé',
  },
  'payments.refund_booked': {
    trader: true,
    en: 'Refund booked',
    ar: 'قيد استرداد',
    no: 'Tilbakebetaling bokført',
    fr: 'Remboursement comptabilisé',
  },
  'payments.line_ignored': {
    trader: false,
    en: 'Bank line set aside',
    ar: 'استبعاد سطر بنكي',
    no: 'Banklinje lagt til side',
    fr: 'Ligne bancaire écartée',
  },
  'payments.instruction_ended': {
    trader: true,
    en: 'Transfer instruction ended',
    ar: 'انتهاء تعليمات التحويل',
    no: 'Overføringsinstruks avsluttet',
    fr: 'Instruction de virement terminée',
  },
} as const satisfies AuditEventSpecs;

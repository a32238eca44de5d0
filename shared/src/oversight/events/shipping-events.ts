import type { AuditEventSpecs } from '../audit-event';

export const shippingEvents = {
  'shipping.consignments_planned': {
    trader: true,
    en: 'Parcels planned',
    ar: 'تخطيط طرود',
    no: 'Pakker planlagt',
    fr: 'Colis planifiés',
  },
  'shipping.consignments_cancelled': {
    trader: true,
    en: 'Parcels cancelled',
    ar: 'إلغاء طرود',
    no: 'Pakker kansellert',
    fr: 'Colis annulés',
  },
  'shipping.picking_started': {
    trader: true,
    en: 'Parcel taken in hand',
    ar: 'بدء تعبئة طرد',
    no: 'Pakke påbegynt',
    fr: 'Colis pris en main',
  },
  'shipping.parcel_packed': {
    trader: true,
    en: 'Parcel closed',
    ar: 'إغلاق طرد',
    no: 'Pakke lukket',
    fr: 'Colis fermé',
  },
  'shipping.parcel_labelled': {
    trader: true,
    en: 'Parcel labelled',
    ar: 'وضع ملصق على طرد',
    no: 'Pakke merket',
    fr: 'Colis étiqueté',
  },
  'shipping.consignment_handed_over': {
    trader: true,
    en: 'Parcel handed over',
    ar: 'تسليم طرد للناقل',
    no: 'Pakke overlevert',
    fr: 'Colis remis au transporteur',
  },
  'shipping.recipient_read': {
    trader: true,
    isRead: true,
    en: 'Recipient read',
    ar: 'الاطلاع على مستلم',
    no: 'Mottaker lest',
    fr: 'Destinataire consulté',
  },
  'shipping.leak_blocked': {
    trader: false,
    en: 'Label stopped by the leak scan',
    ar: 'ملصق أوقفه فحص التسرب',
    no: 'Etikett stoppet av lekkasjekontrollen',
    fr: 'Étiquette arrêtée par le contrôle de fuite',
  },
  'shipping.foreign_identity_found': {
    trader: false,
    en: 'Another trader’s name found',
    ar: 'وُجد اسم تاجر آخر',
    no: 'En annen forhandlers navn funnet',
    fr: 'Nom d’un autre commerçant trouvé',
  },
} as const satisfies AuditEventSpecs;

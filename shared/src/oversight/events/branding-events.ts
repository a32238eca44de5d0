import type { AuditEventSpecs } from '../audit-event';

export const brandingEvents = {
  'branding.profile_created': {
    trader: true,
    en: 'Brand profile begun',
    ar: 'بدأ ملف علامة',
    no: 'Merkeprofil påbegynt',
    fr: 'Profil de marque commencé',
  },
  'branding.profile_saved': {
    trader: true,
    en: 'Brand profile saved as a new version',
    ar: 'حُفظ ملف العلامة بإصدار جديد',
    no: 'Merkeprofil lagret som ny versjon',
    fr: 'Profil de marque enregistré en nouvelle version',
  },
  'branding.profile_activated': {
    trader: true,
    en: 'Brand profile activated',
    ar: 'فُعّل ملف العلامة',
    no: 'Merkeprofil aktivert',
    fr: 'Profil de marque activé',
  },
  'branding.profile_suspended': {
    trader: true,
    en: 'Brand profile suspended',
    ar: 'عُلّق ملف العلامة',
    no: 'Merkeprofil satt på pause',
    fr: 'Profil de marque suspendu',
  },
  'branding.profile_archived': {
    trader: true,
    en: 'Brand profile archived',
    ar: 'أُرشف ملف العلامة',
    no: 'Merkeprofil arkivert',
    fr: 'Profil de marque archivé',
  },
  'branding.consent_granted': {
    trader: true,
    en: 'Permission to show the brand given',
    ar: 'مُنح إذن إظهار العلامة',
    no: 'Tillatelse til å vise merket gitt',
    fr: 'Autorisation de montrer la marque accordée',
  },
  'branding.consent_withdrawn': {
    trader: true,
    en: 'Permission to show the brand withdrawn',
    ar: 'سُحب إذن إظهار العلامة',
    no: 'Tillatelse til å vise merket trukket tilbake',
    fr: 'Autorisation de montrer la marque retirée',
  },
  'branding.foreign_name_refused': {
    trader: false,
    en: 'Brand profile refused: it named another trader',
    ar: 'رُفض ملف علامة لأنه ذكر تاجرًا آخر',
    no: 'Merkeprofil avvist: den nevnte en annen forhandler',
    fr: 'Profil de marque refusé : il nommait un autre commerçant',
  },
} as const satisfies AuditEventSpecs;

import type { AuditEventSpecs } from '../audit-event';

/** Files of brands, briefs and proofs. */
export const filesEvents = {
  'branding.file_uploaded': {
    trader: true,
    en: 'File uploaded',
    ar: 'رُفع ملف',
    no: 'Fil lastet opp',
    fr: 'Fichier envoyé',
  },
  'branding.file_accepted': {
    trader: true,
    en: 'File opened and accepted',
    ar: 'فُتح الملف وقُبل',
    no: 'Fil åpnet og godtatt',
    fr: 'Fichier ouvert et accepté',
  },
  'branding.file_rejected': {
    trader: true,
    en: 'File rejected',
    ar: 'رُفض الملف',
    no: 'Fil avvist',
    fr: 'Fichier refusé',
  },
  'branding.file_checked_again': {
    trader: true,
    en: 'File checked again',
    ar: 'أُعيد فحص الملف',
    no: 'Fil kontrollert på nytt',
    fr: 'Fichier contrôlé à nouveau',
  },
  'branding.file_replaced': {
    trader: true,
    en: 'File replaced by a newer one',
    ar: 'استُبدل الملف بأحدث منه',
    no: 'Fil erstattet av en nyere',
    fr: 'Fichier remplacé par un plus récent',
  },
  'branding.file_removed': {
    trader: true,
    en: 'Content of a rejected file removed',
    ar: 'حُذف محتوى ملف مرفوض',
    no: 'Innholdet i en avvist fil fjernet',
    fr: 'Contenu d’un fichier refusé supprimé',
  },
  'branding.file_read': {
    trader: true,
    isRead: true,
    en: 'File looked at',
    ar: 'اطُّلع على الملف',
    no: 'Fil sett på',
    fr: 'Fichier consulté',
  },
  'branding.file_saved_by_staff': {
    trader: true,
    isRead: true,
    en: 'Original of a file saved by the store',
    ar: 'حفظ المتجر أصل الملف',
    no: 'Butikken lagret originalen av en fil',
    fr: 'Original d’un fichier enregistré par la boutique',
  },
} as const satisfies AuditEventSpecs;

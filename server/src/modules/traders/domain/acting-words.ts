import type { WordsFor } from '@qafila/shared/kernel/rule';
import type { ActingReason } from '@qafila/shared/traders/acting.rules';

/** What the mail to the owners says about staff who act for them. */
export const ACTING_REASON_WORDS: WordsFor<ActingReason> = {
  order_help: {
    en: 'Help with an order',
    ar: 'مساعدة في طلب',
    no: 'Hjelp med en ordre',
    fr: 'Aide pour une commande',
  },
  order_by_phone: {
    en: 'Order by phone',
    ar: 'طلب بالهاتف',
    no: 'Bestilling på telefon',
    fr: 'Commande par téléphone',
  },
  reorder: { en: 'Reorder', ar: 'إعادة طلب', no: 'Ny bestilling', fr: 'Nouvelle commande' },
  problem: {
    en: 'Looking into a problem',
    ar: 'بحث مشكلة',
    no: 'Ser på et problem',
    fr: 'Examen d’un problème',
  },
  training: { en: 'Training', ar: 'تدريب', no: 'Opplæring', fr: 'Formation' },
};
export const ACTING_MAIL_WORDS = {
  lead: {
    en: 'A person of the store may read orders and prepare a draft for you. Nobody but you places orders, pays or changes people.',
    ar: 'يمكن لموظف المتجر قراءة الطلبات وإعداد مسودة لك. لا أحد غيرك يرسل الطلبات أو يدفع أو يغيّر الأعضاء.',
    no: 'En ansatt i butikken kan lese ordrer og lage et utkast til deg. Bare du selv sender ordrer, betaler eller endrer personer.',
    fr: 'Une personne du magasin peut lire les commandes et préparer un brouillon. Vous seul passez commande, payez ou modifiez les membres.',
  },
  who: { en: 'Who', ar: 'من', no: 'Hvem', fr: 'Qui' },
  reason: { en: 'Reason', ar: 'السبب', no: 'Grunn', fr: 'Motif' },
  words: { en: 'In their words', ar: 'بكلماته', no: 'Med egne ord', fr: 'En clair' },
} as const;

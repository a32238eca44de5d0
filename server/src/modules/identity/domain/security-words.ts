import type { Words } from '@qafila/shared/kernel/locale';
import type { WordsFor } from '@qafila/shared/kernel/rule';
import type { LinkMail } from './security-subjects';

/** Label of the button of a mail with a link. */
export const LINK_LABELS: WordsFor<LinkMail> = {
  registration: { en: 'Open the account', ar: 'افتح الحساب', no: 'Åpne kontoen', fr: 'Ouvrir le compte' },
  password_reset: {
    en: 'Choose a new password',
    ar: 'اختر كلمة مرور جديدة',
    no: 'Velg nytt passord',
    fr: 'Choisir un mot de passe',
  },
  email_change: {
    en: 'Use this address',
    ar: 'استخدم هذا البريد',
    no: 'Bruk denne adressen',
    fr: 'Utiliser cette adresse',
  },
  email_change_asked: {
    en: 'It was not me',
    ar: 'لم أكن أنا',
    no: 'Det var ikke meg',
    fr: 'Ce n’était pas moi',
  },
  unlock: {
    en: 'Open sign-in again',
    ar: 'افتح تسجيل الدخول',
    no: 'Åpne innloggingen igjen',
    fr: 'Rouvrir la connexion',
  },
  lost_factor_ready: {
    en: 'Set up a new factor',
    ar: 'أعدّ عاملًا جديدًا',
    no: 'Sett opp en ny faktor',
    fr: 'Configurer un facteur',
  },
};

/** Page a link leads to; the token follows after `#`, which no server log ever sees. */
export const LINK_PATHS: Readonly<Record<LinkMail, `/${string}`>> = {
  registration: '/register',
  password_reset: '/reset-password',
  email_change: '/confirm-email',
  email_change_asked: '/reset-password',
  unlock: '/unlock',
  lost_factor_ready: '/lost-factor',
};

export const FACT_LABELS = {
  at: { en: 'When', ar: 'الوقت', no: 'Når', fr: 'Quand' },
  device: { en: 'Device', ar: 'الجهاز', no: 'Enhet', fr: 'Appareil' },
  network: { en: 'Network', ar: 'الشبكة', no: 'Nettverk', fr: 'Réseau' },
  validUntil: { en: 'Valid until', ar: 'صالح حتى', no: 'Gyldig til', fr: 'Valable jusqu’au' },
  waitUntil: { en: 'Not before', ar: 'ليس قبل', no: 'Ikke før', fr: 'Pas avant' },
  left: { en: 'Codes left', ar: 'الرموز المتبقية', no: 'Koder igjen', fr: 'Codes restants' },
} as const satisfies Record<string, Words>;

export const SECURITY_FOOT: Words = {
  en: 'Mails about the safety of your account cannot be turned off. We never ask for a password or a code by mail or phone.',
  ar: 'لا يمكن إيقاف رسائل أمان الحساب. لا نطلب كلمة المرور أو الرمز بالبريد أو الهاتف أبدًا.',
  no: 'E-post om kontosikkerhet kan ikke slås av. Vi spør aldri om passord eller kode på e-post eller telefon.',
  fr: 'Les messages sur la sécurité du compte ne peuvent pas être désactivés. Nous ne demandons jamais de mot de passe ni de code par courriel ou téléphone.',
};

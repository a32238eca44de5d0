import type { WordsFor } from '@qafila/shared/kernel/rule';

/** Mails that carry a link: each says whether or how something is completed. */
export const LINK_MAILS = [
  'registration',
  'password_reset',
  'email_change',
  'email_change_asked',
  'unlock',
  'lost_factor_ready',
] as const;
/** Mails that only tell: whoever did not do it himself acts on them. */
export const NOTICE_MAILS = [
  'registration_known',
  'email_taken',
  'enrolled',
  'password_changed',
  'email_changed',
  'totp_replaced',
  'totp_removed',
  'passkey_added',
  'passkey_removed',
  'passkey_alarm',
  'recovery_codes_made',
  'recovery_code_used',
  'new_device',
  'session_alarm',
  'lost_factor_opened',
  'lost_factor_approved',
  'lost_factor_refused',
  'factor_checkup',
] as const;
export type LinkMail = (typeof LINK_MAILS)[number];
export type SecurityMail = LinkMail | (typeof NOTICE_MAILS)[number];
export const SECURITY_MAILS: readonly SecurityMail[] = [...LINK_MAILS, ...NOTICE_MAILS];
export const isLinkMail = (kind: SecurityMail): kind is LinkMail => LINK_MAILS.some((each) => each === kind);

export const SECURITY_SUBJECTS: WordsFor<SecurityMail> = {
  registration: {
    en: 'Confirm your address',
    ar: 'تأكيد بريدك الإلكتروني',
    no: 'Bekreft adressen din',
    fr: 'Confirmez votre adresse',
  },
  password_reset: {
    en: 'A new password',
    ar: 'كلمة مرور جديدة',
    no: 'Nytt passord',
    fr: 'Nouveau mot de passe',
  },
  email_change: {
    en: 'Confirm your new address',
    ar: 'تأكيد بريدك الجديد',
    no: 'Bekreft den nye adressen',
    fr: 'Confirmez votre nouvelle adresse',
  },
  unlock: {
    en: 'Sign-in is closed after many wrong passwords',
    ar: 'أُغلق تسجيل الدخول بعد محاولات خاطئة كثيرة',
    no: 'Innloggingen er stengt etter mange feil passord',
    fr: 'Connexion bloquée après de nombreux mots de passe faux',
  },
  lost_factor_ready: {
    en: 'You can set up a new second factor',
    ar: 'يمكنك الآن إعداد عامل تحقق جديد',
    no: 'Du kan sette opp en ny andre faktor',
    fr: 'Vous pouvez configurer un nouveau second facteur',
  },
  registration_known: {
    en: 'You have an account already',
    ar: 'لديك حساب من قبل',
    no: 'Du har allerede en konto',
    fr: 'Vous avez déjà un compte',
  },
  email_taken: {
    en: 'Somebody asked to use this address',
    ar: 'طلب أحدهم استخدام هذا البريد',
    no: 'Noen vil bruke denne adressen',
    fr: 'Quelqu’un a demandé à utiliser cette adresse',
  },
  enrolled: {
    en: 'Your account is protected by a second factor',
    ar: 'حسابك محمي الآن بعامل تحقق ثانٍ',
    no: 'Kontoen din er beskyttet med en andre faktor',
    fr: 'Votre compte est protégé par un second facteur',
  },
  password_changed: {
    en: 'Your password was changed',
    ar: 'تغيّرت كلمة المرور',
    no: 'Passordet ditt er endret',
    fr: 'Votre mot de passe a été modifié',
  },
  email_change_asked: {
    en: 'A new address was asked for your account',
    ar: 'طُلب تغيير بريد حسابك',
    no: 'Det er bedt om ny adresse for kontoen din',
    fr: 'Une nouvelle adresse a été demandée pour votre compte',
  },
  email_changed: {
    en: 'The address of your account was changed',
    ar: 'تغيّر بريد حسابك',
    no: 'Adressen til kontoen din er endret',
    fr: 'L’adresse de votre compte a été modifiée',
  },
  totp_replaced: {
    en: 'A new authenticator app was set up',
    ar: 'أُعدّ تطبيق مصادقة جديد',
    no: 'En ny autentiseringsapp er satt opp',
    fr: 'Une nouvelle application d’authentification est configurée',
  },
  totp_removed: {
    en: 'The authenticator app was removed',
    ar: 'أُزيل تطبيق المصادقة',
    no: 'Autentiseringsappen er fjernet',
    fr: 'L’application d’authentification a été retirée',
  },
  passkey_added: {
    en: 'A passkey was added',
    ar: 'أُضيف مفتاح مرور',
    no: 'En passnøkkel er lagt til',
    fr: 'Une clé d’accès a été ajoutée',
  },
  passkey_removed: {
    en: 'A passkey was removed',
    ar: 'أُزيل مفتاح مرور',
    no: 'En passnøkkel er fjernet',
    fr: 'Une clé d’accès a été retirée',
  },
  passkey_alarm: {
    en: 'A passkey was refused: it may have been copied',
    ar: 'رُفض مفتاح مرور: ربما نُسخ',
    no: 'En passnøkkel ble avvist: den kan være kopiert',
    fr: 'Une clé d’accès a été refusée : elle a peut-être été copiée',
  },
  recovery_codes_made: {
    en: 'New recovery codes were made',
    ar: 'أُنشئت رموز استرداد جديدة',
    no: 'Nye gjenopprettingskoder er laget',
    fr: 'De nouveaux codes de secours ont été créés',
  },
  recovery_code_used: {
    en: 'A recovery code was used',
    ar: 'استُخدم رمز استرداد',
    no: 'En gjenopprettingskode er brukt',
    fr: 'Un code de secours a été utilisé',
  },
  new_device: {
    en: 'Sign-in from a new device',
    ar: 'تسجيل دخول من جهاز جديد',
    no: 'Innlogging fra en ny enhet',
    fr: 'Connexion depuis un nouvel appareil',
  },
  session_alarm: {
    en: 'A session was closed for safety',
    ar: 'أُغلقت جلسة حفاظًا على الأمان',
    no: 'En økt ble lukket for sikkerhets skyld',
    fr: 'Une session a été fermée par sécurité',
  },
  lost_factor_opened: {
    en: 'Help with a lost second factor was asked for',
    ar: 'طُلبت المساعدة لفقدان عامل التحقق',
    no: 'Det er bedt om hjelp med en tapt andre faktor',
    fr: 'Une aide pour un second facteur perdu a été demandée',
  },
  lost_factor_approved: {
    en: 'A new second factor is allowed after a wait',
    ar: 'سيُسمح بعامل تحقق جديد بعد مهلة',
    no: 'En ny andre faktor tillates etter en ventetid',
    fr: 'Un nouveau second facteur sera permis après un délai',
  },
  lost_factor_refused: {
    en: 'A new second factor was not allowed',
    ar: 'لم يُسمح بعامل تحقق جديد',
    no: 'En ny andre faktor ble ikke tillatt',
    fr: 'Le nouveau second facteur a été refusé',
  },
  factor_checkup: {
    en: 'Have you still got your second factor?',
    ar: 'هل ما زال عامل التحقق لديك؟',
    no: 'Har du fortsatt den andre faktoren?',
    fr: 'Avez-vous toujours votre second facteur ?',
  },
};

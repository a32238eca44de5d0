import type { AuditEventSpecs } from '../audit-event';

export const identityEvents = {
  'identity.signed_in': {
    trader: true,
    en: 'Signed in',
    ar: 'تسجيل دخول',
    no: 'Logget inn',
    fr: 'Connexion',
  },
  'identity.refresh_token_reused': {
    trader: true,
    en: 'Old session token used again',
    ar: 'استُخدم رمز جلسة قديم',
    no: 'Gammelt økttegn brukt på nytt',
    fr: 'Ancien jeton de session réutilisé',
  },
} as const satisfies AuditEventSpecs;

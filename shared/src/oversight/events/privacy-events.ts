import type { AuditEventSpecs } from '../audit-event';

export const privacyEvents = {
  'privacy.policy_published': {
    trader: false,
    en: 'New version of the policy published',
    ar: 'نُشرت نسخة جديدة من السياسة',
    no: 'Ny versjon av policyen publisert',
    fr: 'Nouvelle version de la politique publiée',
  },
  'privacy.policy_seen': {
    trader: true,
    en: 'Version of the policy seen',
    ar: 'اطُّلع على نسخة من السياسة',
    no: 'Versjon av policyen sett',
    fr: 'Version de la politique vue',
  },
} as const satisfies AuditEventSpecs;

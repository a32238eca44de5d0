import type { TraderRole } from '@qafila/shared/access/roles';
import type { Words } from '@qafila/shared/kernel/locale';
import type { WordsFor } from '@qafila/shared/kernel/rule';

export const INVITATION_WORDS = {
  subject: {
    en: '{inviter} invites you to {company}',
    ar: 'يدعوك {inviter} إلى {company}',
    no: '{inviter} inviterer deg til {company}',
    fr: '{inviter} vous invite chez {company}',
  },
  lead: {
    en: 'You are invited to work in this company’s trade account. The link works once, for this mail address only.',
    ar: 'أنت مدعو للعمل في الحساب التجاري لهذه الشركة. يعمل الرابط مرة واحدة ولهذا البريد وحده.',
    no: 'Du er invitert til å arbeide i selskapets handelskonto. Lenken virker én gang, og bare for denne e-posten.',
    fr: 'Vous êtes invité à travailler dans le compte professionnel de cette société. Le lien sert une fois, pour cette adresse seulement.',
  },
  roles: { en: 'Roles', ar: 'الأدوار', no: 'Roller', fr: 'Rôles' },
  until: { en: 'Valid until', ar: 'صالحة حتى', no: 'Gyldig til', fr: 'Valable jusqu’au' },
  action: {
    en: 'Accept the invitation',
    ar: 'قبول الدعوة',
    no: 'Godta invitasjonen',
    fr: 'Accepter l’invitation',
  },
  foot: {
    en: 'If you do not know {inviter}, do nothing: without the link nobody gets in.',
    ar: 'إن كنت لا تعرف {inviter} فلا تفعل شيئًا: لا يدخل أحد دون الرابط.',
    no: 'Kjenner du ikke {inviter}, gjør ingenting: uten lenken slipper ingen inn.',
    fr: 'Si vous ne connaissez pas {inviter}, ne faites rien : sans le lien, personne n’entre.',
  },
} as const satisfies Record<string, Words>;

export const ROLE_WORDS: WordsFor<TraderRole> = {
  owner: { en: 'Owner', ar: 'مالك', no: 'Eier', fr: 'Propriétaire' },
  buyer: { en: 'Buyer', ar: 'مشترٍ', no: 'Innkjøper', fr: 'Acheteur' },
  approver: { en: 'Approver', ar: 'معتمِد', no: 'Godkjenner', fr: 'Approbateur' },
  brand_manager: {
    en: 'Brand manager',
    ar: 'مدير العلامة',
    no: 'Merkevareansvarlig',
    fr: 'Responsable de marque',
  },
  accountant: { en: 'Accountant', ar: 'محاسب', no: 'Regnskapsfører', fr: 'Comptable' },
};

import type { Words } from '../kernel/locale';

/** Why a change is asked on one item. */
export const CHANGE_REASONS = [
  'unreadable',
  'differs',
  'outdated',
  'wrong_document',
  'incomplete',
  'other',
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** Why an application is rejected. */
export const REJECT_REASONS = [
  'not_a_business',
  'documents_not_genuine',
  'terms_not_met',
  'country_not_served',
  'known_company',
  'other',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** What the applicant reads unless the reviewer writes something else. */
export const CHANGE_TEXTS: Readonly<Record<ChangeReason, Words>> = {
  unreadable: {
    en: 'The document cannot be read. Upload a clear scan of the whole page.',
    ar: 'تعذّرت قراءة المستند. ارفع نسخة واضحة للصفحة كاملة.',
    no: 'Dokumentet kan ikke leses. Last opp en tydelig skanning av hele siden.',
    fr: 'Le document est illisible. Déposez une copie nette de la page entière.',
  },
  differs: {
    en: 'What you entered differs from the document. Correct the field or upload the right document.',
    ar: 'البيانات المدخلة تختلف عن المستند. صحّح الحقل أو ارفع المستند الصحيح.',
    no: 'Det du skrev, stemmer ikke med dokumentet. Rett feltet, eller last opp riktig dokument.',
    fr: 'La saisie diffère du document. Corrigez le champ ou déposez le bon document.',
  },
  outdated: {
    en: 'The document is out of date. Confirm it with the register and upload the new one.',
    ar: 'المستند منتهٍ. أكّده لدى السجل وارفع النسخة الجديدة.',
    no: 'Dokumentet er utgått. Bekreft det hos registeret, og last opp det nye.',
    fr: 'Le document est périmé. Confirmez-le auprès du registre et déposez le nouveau.',
  },
  wrong_document: {
    en: 'This is another document than the one asked for. Upload the one named in the list.',
    ar: 'هذا مستند غير المطلوب. ارفع المستند المذكور في القائمة.',
    no: 'Dette er et annet dokument enn det vi ba om. Last opp det som står i listen.',
    fr: 'Ce n’est pas le document demandé. Déposez celui que nomme la liste.',
  },
  incomplete: {
    en: 'A page or a detail is missing. Add it and send the item again.',
    ar: 'تنقص صفحة أو معلومة. أضفها ثم أعد إرسال البند.',
    no: 'En side eller en opplysning mangler. Legg den til, og send punktet på nytt.',
    fr: 'Il manque une page ou un détail. Ajoutez-le et renvoyez ce point.',
  },
  other: {
    en: 'Something has to be changed: ',
    ar: 'يلزم تعديل ما يلي: ',
    no: 'Noe må endres: ',
    fr: 'Une modification est nécessaire : ',
  },
};
export const REJECT_TEXTS: Readonly<Record<RejectReason, Words>> = {
  not_a_business: {
    en: 'We open accounts for registered businesses only, and could not find yours in the register.',
    ar: 'نفتح الحسابات للمنشآت المسجلة فقط، ولم نعثر على منشأتك في السجل.',
    no: 'Vi åpner bare konto for registrerte bedrifter, og fant ikke din i registeret.',
    fr: 'Nous n’ouvrons de compte qu’aux entreprises inscrites et n’avons pas trouvé la vôtre au registre.',
  },
  documents_not_genuine: {
    en: 'The documents could not be confirmed with the authority that issues them.',
    ar: 'تعذّر تأكيد المستندات لدى الجهة المصدرة لها.',
    no: 'Dokumentene kunne ikke bekreftes hos myndigheten som utsteder dem.',
    fr: 'Les documents n’ont pas pu être confirmés auprès de l’autorité qui les délivre.',
  },
  terms_not_met: {
    en: 'The trade terms cannot be met: minimums, payment or confidentiality.',
    ar: 'تعذّر استيفاء شروط التجارة: الحدود الدنيا أو الدفع أو السرية.',
    no: 'Handelsvilkårene kan ikke oppfylles: minstebeløp, betaling eller taushet.',
    fr: 'Les conditions commerciales ne peuvent être remplies : minimums, paiement ou confidentialité.',
  },
  country_not_served: {
    en: 'We do not deliver to your country yet.',
    ar: 'لا نخدم بلدك حتى الآن.',
    no: 'Vi leverer ikke til landet ditt ennå.',
    fr: 'Nous ne desservons pas encore votre pays.',
  },
  known_company: {
    en: 'This company has an account already. Ask its owner for an invitation.',
    ar: 'لهذه المنشأة حساب قائم. اطلب دعوة من مالكه.',
    no: 'Denne bedriften har allerede konto. Be eieren om en invitasjon.',
    fr: 'Cette entreprise a déjà un compte. Demandez une invitation à son propriétaire.',
  },
  other: {
    en: 'We cannot open an account: ',
    ar: 'يتعذّر فتح الحساب: ',
    no: 'Vi kan ikke åpne konto: ',
    fr: 'Nous ne pouvons ouvrir de compte : ',
  },
};

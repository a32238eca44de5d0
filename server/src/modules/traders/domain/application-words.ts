import type { Words } from '@qafila/shared/kernel/locale';
import type { WordsFor } from '@qafila/shared/kernel/rule';
import type { ItemKind } from '@qafila/shared/traders/checklist';

export const MAIL_KINDS = ['sent', 'changes', 'approved', 'rejected', 'due', 'overdue', 'renewed'] as const;
export type ApplicationMailKind = (typeof MAIL_KINDS)[number];

/** What stands in the head of a mail; `{company}` is the company's name. */
export const MAIL_SUBJECTS: WordsFor<ApplicationMailKind> = {
  sent: {
    en: 'We have the application of {company}',
    ar: 'استلمنا طلب انضمام {company}',
    no: 'Vi har mottatt søknaden fra {company}',
    fr: 'Nous avons reçu la demande de {company}',
  },
  changes: {
    en: 'Your application: something has to be changed',
    ar: 'طلبكم: يلزم تعديل',
    no: 'Søknaden: noe må endres',
    fr: 'Votre demande : une modification est nécessaire',
  },
  approved: {
    en: 'The account of {company} is open',
    ar: 'فُتح حساب {company}',
    no: 'Kontoen til {company} er åpnet',
    fr: 'Le compte de {company} est ouvert',
  },
  rejected: {
    en: 'Your application could not be accepted',
    ar: 'تعذّر قبول طلبكم',
    no: 'Søknaden kunne ikke godtas',
    fr: 'Votre demande n’a pu être acceptée',
  },
  due: {
    en: '{company}: a document is due for confirmation',
    ar: '{company}: حان موعد تأكيد مستند',
    no: '{company}: et dokument må bekreftes',
    fr: '{company} : un document est à confirmer',
  },
  overdue: {
    en: '{company} is suspended until its document is renewed',
    ar: 'أُوقف حساب {company} إلى حين تجديد المستند',
    no: '{company} er suspendert til dokumentet er fornyet',
    fr: '{company} est suspendue jusqu’au renouvellement du document',
  },
  renewed: {
    en: 'The document of {company} is renewed',
    ar: 'جُدّد مستند {company}',
    no: 'Dokumentet for {company} er fornyet',
    fr: 'Le document de {company} est renouvelé',
  },
};

export const MAIL_LEADS: WordsFor<ApplicationMailKind> = {
  sent: {
    en: 'It is usually reviewed within one working day. You will hear from us by mail.',
    ar: 'تتم المراجعة عادة خلال يوم عمل واحد، وسنوافيك بالرد بالبريد.',
    no: 'Den blir vanligvis vurdert innen én virkedag. Du får svar på e-post.',
    fr: 'Elle est en général examinée sous un jour ouvré. Vous aurez notre réponse par courriel.',
  },
  changes: {
    en: 'These items have to be changed. Everything else is kept as it is.',
    ar: 'يلزم تعديل البنود الآتية، وما عداها محفوظ كما هو.',
    no: 'Disse punktene må endres. Alt annet står som det er.',
    fr: 'Ces points sont à modifier. Tout le reste est conservé.',
  },
  approved: {
    en: 'You can order now. The first order begins at SAR 5,000 of goods.',
    ar: 'يمكنك الطلب الآن. يبدأ الطلب الأول من بضاعة بقيمة 5,000 ر.س.',
    no: 'Du kan bestille nå. Den første ordren begynner på varer for SAR 5 000.',
    fr: 'Vous pouvez commander. La première commande commence à 5 000 SAR de marchandises.',
  },
  rejected: {
    en: 'Here is why. You can apply again; what was accepted is kept.',
    ar: 'وهذا هو السبب. يمكنك التقديم مجددًا مع بقاء ما قُبل.',
    no: 'Her er grunnen. Du kan søke på nytt; det som er godtatt, beholdes.',
    fr: 'En voici la raison. Vous pouvez refaire une demande ; ce qui a été accepté est conservé.',
  },
  due: {
    en: 'Confirm it with the register and upload the new document. Nothing else changes.',
    ar: 'أكّدوا المستند لدى السجل وارفعوا النسخة الجديدة. لا يتغير شيء آخر.',
    no: 'Bekreft det hos registeret, og last opp det nye dokumentet. Ingenting annet endres.',
    fr: 'Confirmez-le auprès du registre et déposez le nouveau document. Rien d’autre ne change.',
  },
  overdue: {
    en: 'You can read everything, and order again once the new document is accepted.',
    ar: 'يمكنك الاطلاع على كل شيء، والطلب مجددًا بعد قبول المستند الجديد.',
    no: 'Du kan lese alt, og bestille igjen når det nye dokumentet er godtatt.',
    fr: 'Vous pouvez tout consulter, et commander de nouveau dès que le document sera accepté.',
  },
  renewed: {
    en: 'Thank you. The next confirmation stands in your account.',
    ar: 'شكرًا لكم. تجدون موعد التأكيد القادم في حسابكم.',
    no: 'Takk. Neste bekreftelse står i kontoen din.',
    fr: 'Merci. La prochaine confirmation figure dans votre compte.',
  },
};

export const OPEN_APPLICATION: Words = {
  en: 'Open the application',
  ar: 'افتح الطلب',
  no: 'Åpne søknaden',
  fr: 'Ouvrir la demande',
};
export const OPEN_PORTAL: Words = {
  en: 'Go to the portal',
  ar: 'إلى البوابة',
  no: 'Gå til portalen',
  fr: 'Ouvrir le portail',
};
export const CONFIRM_BY: Words = {
  en: 'Next confirmation',
  ar: 'التأكيد القادم',
  no: 'Neste bekreftelse',
  fr: 'Prochaine confirmation',
};
export const WHY: Words = { en: 'Reason', ar: 'السبب', no: 'Grunn', fr: 'Motif' };

/** Names of the items in mails. */
export const ITEM_WORDS: WordsFor<ItemKind> = {
  contact: { en: 'Contact', ar: 'جهة الاتصال', no: 'Kontakt', fr: 'Contact' },
  legal_name: { en: 'Legal name', ar: 'الاسم القانوني', no: 'Juridisk navn', fr: 'Raison sociale' },
  unified_number: {
    en: 'Unified number',
    ar: 'الرقم الوطني الموحد',
    no: 'Samlet nummer',
    fr: 'Numéro unifié',
  },
  trade_licence: {
    en: 'Trade licence',
    ar: 'الرخصة التجارية',
    no: 'Handelslisens',
    fr: 'Licence commerciale',
  },
  org_number: {
    en: 'Organisation number',
    ar: 'رقم المنشأة',
    no: 'Organisasjonsnummer',
    fr: 'Numéro d’organisation',
  },
  registration: { en: 'Registration', ar: 'السجل التجاري', no: 'Registrering', fr: 'Immatriculation' },
  vat_number: { en: 'VAT number', ar: 'الرقم الضريبي', no: 'Mva-nummer', fr: 'Numéro de TVA' },
  national_address: {
    en: 'National address',
    ar: 'العنوان الوطني',
    no: 'Nasjonal adresse',
    fr: 'Adresse nationale',
  },
  business_address: {
    en: 'Business address',
    ar: 'عنوان المنشأة',
    no: 'Forretningsadresse',
    fr: 'Adresse de l’entreprise',
  },
  trade_terms: { en: 'Trade terms', ar: 'شروط التجارة', no: 'Handelsvilkår', fr: 'Conditions commerciales' },
};

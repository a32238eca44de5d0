import type { Words } from '../kernel/locale';
import { designNotices } from './design-notices';

export const NOTICE_GROUPS = ['orders', 'payments', 'parcels', 'company', 'security'] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];
/** How somebody wants to hear of an event; every one but `off` also stands in the inbox. */
export const NOTICE_CHANNELS = ['in_app', 'mail', 'digest', 'off'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

interface NoticeEventSpec {
  readonly group: NoticeGroup;
  /** What somebody gets who chose nothing. */
  readonly usual: NoticeChannel;
  /** The sentence of the inbox and the subject of a plain mail; `{name}` is a parameter. */
  readonly say: Words;
}
const define = <const T extends Readonly<Record<string, NoticeEventSpec>>>(table: T): T => table;

/** Everything a trader's people are told. Events of the group `security` cannot be switched off. */
export const NOTICE_EVENTS = define({
  order_submitted: {
    group: 'orders',
    usual: 'mail',
    say: {
      en: 'Order {code} is placed: pay {total}',
      ar: 'أُرسل الطلب {code}: المطلوب دفع {total}',
      no: 'Ordre {code} er sendt inn: betal {total}',
      fr: 'La commande {code} est passée : payez {total}',
    },
  },
  order_confirmed: {
    group: 'orders',
    usual: 'mail',
    say: {
      en: 'Order {code} is paid',
      ar: 'تم دفع الطلب {code}',
      no: 'Ordre {code} er betalt',
      fr: 'La commande {code} est payée',
    },
  },
  order_expired: {
    group: 'orders',
    usual: 'mail',
    say: {
      en: 'Order {code} has expired',
      ar: 'انتهت مهلة الطلب {code}',
      no: 'Ordre {code} er utløpt',
      fr: 'La commande {code} a expiré',
    },
  },
  order_held: {
    group: 'orders',
    usual: 'mail',
    say: {
      en: 'Order {code} waits for {missing}: its payment went back',
      ar: 'الطلب {code} ينتظر {missing}: عاد مبلغه إلى الدافع',
      no: 'Ordre {code} venter på {missing}: betalingen gikk tilbake',
      fr: 'La commande {code} attend {missing} : son paiement est reparti',
    },
  },
  payment_short: {
    group: 'payments',
    usual: 'mail',
    say: {
      en: 'Order {code}: {missing} is still missing',
      ar: 'الطلب {code}: لا يزال ينقص {missing}',
      no: 'Ordre {code}: {missing} mangler fortsatt',
      fr: 'Commande {code} : il manque encore {missing}',
    },
  },
  refund_sent: {
    group: 'payments',
    usual: 'mail',
    say: {
      en: 'Order {code}: {amount} is on its way back to you',
      ar: 'الطلب {code}: مبلغ {amount} في طريقه إليك',
      no: 'Ordre {code}: {amount} er på vei tilbake til deg',
      fr: 'Commande {code} : {amount} vous est renvoyé',
    },
  },
  refund_credited: {
    group: 'payments',
    usual: 'mail',
    say: {
      en: 'Order {code}: {amount} is your credit again',
      ar: 'الطلب {code}: عاد مبلغ {amount} إلى رصيدك',
      no: 'Ordre {code}: {amount} er kreditten din igjen',
      fr: 'Commande {code} : {amount} est de nouveau votre crédit',
    },
  },
  refund_failed: {
    group: 'payments',
    usual: 'mail',
    say: {
      en: 'Order {code}: the refund of {amount} did not arrive',
      ar: 'الطلب {code}: لم يصل استرداد {amount}',
      no: 'Ordre {code}: tilbakebetalingen av {amount} kom ikke frem',
      fr: 'Commande {code} : le remboursement de {amount} n’est pas arrivé',
    },
  },
  parcels_on_way: {
    group: 'parcels',
    usual: 'mail',
    say: {
      en: 'Order {code}: a parcel is on its way',
      ar: 'الطلب {code}: طرد في الطريق',
      no: 'Ordre {code}: en pakke er på vei',
      fr: 'Commande {code} : un colis est en route',
    },
  },
  ...designNotices,
  file_rejected: {
    group: 'company',
    usual: 'in_app',
    say: {
      en: '{name} could not be taken: see why',
      ar: 'تعذر قبول {name}: اطّلع على السبب',
      no: '{name} kunne ikke tas imot: se hvorfor',
      fr: '{name} n’a pas pu être accepté : voyez pourquoi',
    },
  },
  application_sent: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'The application of {company} is sent',
      ar: 'أُرسل طلب انضمام {company}',
      no: 'Søknaden fra {company} er sendt',
      fr: 'La demande de {company} est envoyée',
    },
  },
  documents_overdue: {
    group: 'security',
    usual: 'mail',
    say: {
      en: '{company} is suspended until its document is renewed',
      ar: 'أُوقف حساب {company} إلى حين تجديد المستند',
      no: '{company} er suspendert til dokumentet er fornyet',
      fr: '{company} est suspendue jusqu’au renouvellement du document',
    },
  },
  documents_renewed: {
    group: 'security',
    usual: 'mail',
    say: {
      en: 'The document of {company} is renewed',
      ar: 'جُدّد مستند {company}',
      no: 'Dokumentet for {company} er fornyet',
      fr: 'Le document de {company} est renouvelé',
    },
  },
  application_decided: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'There is an answer to the application of {company}',
      ar: 'وصل الرد على طلب انضمام {company}',
      no: 'Søknaden fra {company} er besvart',
      fr: 'La demande de {company} a reçu une réponse',
    },
  },
  document_due: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'A document of {company} is due on {date}',
      ar: 'موعد تجديد مستند {company}: {date}',
      no: 'Et dokument for {company} må fornyes innen {date}',
      fr: 'Un document de {company} est à renouveler avant le {date}',
    },
  },
  company_suspended: {
    group: 'security',
    usual: 'mail',
    say: {
      en: '{company} is suspended: {reason}',
      ar: 'أُوقف حساب {company}: {reason}',
      no: '{company} er suspendert: {reason}',
      fr: '{company} est suspendue : {reason}',
    },
  },
  company_returned: {
    group: 'security',
    usual: 'mail',
    say: {
      en: '{company} may order again: {reason}',
      ar: 'يمكن لحساب {company} الطلب مجددًا: {reason}',
      no: '{company} kan bestille igjen: {reason}',
      fr: '{company} peut de nouveau commander : {reason}',
    },
  },
  company_closed: {
    group: 'security',
    usual: 'mail',
    say: {
      en: 'The account of {company} is closed: {reason}',
      ar: 'أُغلق حساب {company}: {reason}',
      no: 'Kontoen til {company} er avsluttet: {reason}',
      fr: 'Le compte de {company} est fermé : {reason}',
    },
  },
  member_joined: {
    group: 'company',
    usual: 'digest',
    say: {
      en: '{name} has joined the company',
      ar: 'انضم {name} إلى الشركة',
      no: '{name} er blitt med i selskapet',
      fr: '{name} a rejoint la société',
    },
  },
  member_left: {
    group: 'company',
    usual: 'digest',
    say: {
      en: '{name} no longer belongs to the company',
      ar: 'لم يعد {name} من أعضاء الشركة',
      no: '{name} er ikke lenger med i selskapet',
      fr: '{name} ne fait plus partie de la société',
    },
  },
  staff_acting: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'The store opened your company’s account: {reason}',
      ar: 'دخل المتجر إلى حساب شركتك: {reason}',
      no: 'Butikken åpnet kontoen til selskapet: {reason}',
      fr: 'Le magasin a ouvert le compte de votre société : {reason}',
    },
  },
  rights_changed: {
    group: 'security',
    usual: 'mail',
    say: {
      en: 'What you may do in {company} has changed',
      ar: 'تغيّرت صلاحياتك في {company}',
      no: 'Rettighetene dine i {company} er endret',
      fr: 'Vos droits dans {company} ont changé',
    },
  },
  new_device: {
    group: 'security',
    usual: 'mail',
    say: {
      en: 'Your account was opened on a new device: {device}',
      ar: 'فُتح حسابك من جهاز جديد: {device}',
      no: 'Kontoen din ble åpnet på en ny enhet: {device}',
      fr: 'Votre compte a été ouvert sur un nouvel appareil : {device}',
    },
  },
  password_changed: {
    group: 'security',
    usual: 'mail',
    say: {
      en: 'Your password was changed',
      ar: 'غُيّرت كلمة مرورك',
      no: 'Passordet ditt er endret',
      fr: 'Votre mot de passe a été changé',
    },
  },
  mail_changed: {
    group: 'security',
    usual: 'mail',
    say: {
      en: 'Your mail address was changed',
      ar: 'غُيّر عنوان بريدك',
      no: 'E-postadressen din er endret',
      fr: 'Votre adresse e-mail a été changée',
    },
  },
  factor_changed: {
    group: 'security',
    usual: 'mail',
    say: {
      en: 'Your second factors were changed',
      ar: 'غُيّرت وسائل التحقق الثانية لديك',
      no: 'De ekstra innloggingsmåtene dine er endret',
      fr: 'Vos seconds facteurs ont été modifiés',
    },
  },
});
export type NoticeEvent = keyof typeof NOTICE_EVENTS;
export const NOTICE_EVENT_NAMES = Object.keys(NOTICE_EVENTS) as [NoticeEvent, ...NoticeEvent[]];

export const noticeEventSpec = (event: NoticeEvent): NoticeEventSpec => NOTICE_EVENTS[event];
/** Events about the safety of an account: always told, at once and by mail. */
export const isSecurityNotice = (event: NoticeEvent): boolean => NOTICE_EVENTS[event].group === 'security';

/** What reaches somebody: his wish, but never less than everything about the safety of his account. */
export const channelFor = (event: NoticeEvent, wish: NoticeChannel | null): NoticeChannel =>
  isSecurityNotice(event) ? 'mail' : (wish ?? NOTICE_EVENTS[event].usual);

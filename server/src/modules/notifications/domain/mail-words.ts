import type { Words } from '@qafila/shared/kernel/locale';
import type { WordsFor } from '@qafila/shared/kernel/rule';

export const MAIL_KINDS = [
  'order_submitted',
  'order_confirmed',
  'order_held',
  'order_expired',
  'payment_short',
  'refund_sent',
  'refund_credited',
  'refund_failed',
  'parcels_on_way',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export const SUBJECTS: WordsFor<MailKind> = {
  order_submitted: {
    en: 'Order {code}: how to pay',
    ar: 'الطلب {code}: طريقة الدفع',
    no: 'Ordre {code}: slik betaler du',
    fr: 'Commande {code} : comment payer',
  },
  order_confirmed: {
    en: 'Order {code} is paid',
    ar: 'تم دفع الطلب {code}',
    no: 'Ordre {code} er betalt',
    fr: 'La commande {code} est payée',
  },
  order_held: {
    en: 'Order {code}: its payment went back',
    ar: 'الطلب {code}: عاد مبلغه إلى الدافع',
    no: 'Ordre {code}: betalingen gikk tilbake',
    fr: 'Commande {code} : son paiement est reparti',
  },
  order_expired: {
    en: 'Order {code} has expired',
    ar: 'انتهت مهلة الطلب {code}',
    no: 'Ordre {code} er utløpt',
    fr: 'La commande {code} a expiré',
  },
  payment_short: {
    en: 'Order {code}: part of the amount is missing',
    ar: 'الطلب {code}: ينقص جزء من المبلغ',
    no: 'Ordre {code}: en del av beløpet mangler',
    fr: 'Commande {code} : il manque une partie du montant',
  },
  refund_sent: {
    en: 'Order {code}: your refund is on its way',
    ar: 'الطلب {code}: مبلغك المسترد في الطريق',
    no: 'Ordre {code}: tilbakebetalingen er på vei',
    fr: 'Commande {code} : votre remboursement est en route',
  },
  refund_credited: {
    en: 'Order {code}: your refund is credit again',
    ar: 'الطلب {code}: عاد مبلغك إلى رصيدك',
    no: 'Ordre {code}: tilbakebetalingen er kreditt igjen',
    fr: 'Commande {code} : votre remboursement est de nouveau un crédit',
  },
  refund_failed: {
    en: 'Order {code}: your refund did not arrive',
    ar: 'الطلب {code}: لم يصل المبلغ المسترد',
    no: 'Ordre {code}: tilbakebetalingen kom ikke frem',
    fr: 'Commande {code} : votre remboursement n’est pas arrivé',
  },
  parcels_on_way: {
    en: 'Order {code}: a parcel is on its way',
    ar: 'الطلب {code}: طرد في الطريق',
    no: 'Ordre {code}: en pakke er på vei',
    fr: 'Commande {code} : un colis est en route',
  },
};
export const LEADS: WordsFor<MailKind> = {
  order_submitted: {
    en: 'Your goods are held until the deadline below. Write the reference in the transfer, exactly as it stands.',
    ar: 'بضاعتك محجوزة حتى الموعد أدناه. اكتب المرجع في التحويل كما هو تمامًا.',
    no: 'Varene holdes av til fristen nedenfor. Skriv referansen i overføringen, nøyaktig som den står.',
    fr: 'Vos marchandises sont réservées jusqu’à la date ci-dessous. Indiquez la référence du virement telle quelle.',
  },
  order_confirmed: {
    en: 'The payment covers the total. The warehouse packs your order now.',
    ar: 'الدفعة تغطي الإجمالي، والمستودع يجهّز طلبك الآن.',
    no: 'Betalingen dekker totalen. Lageret pakker ordren nå.',
    fr: 'Le paiement couvre le total. L’entrepôt prépare votre commande.',
  },
  order_held: {
    en: 'What is still in the warehouse waits there and goes on when the order is paid again.',
    ar: 'ما بقي في المستودع ينتظر هناك ويُستأنف حين يُدفع الطلب من جديد.',
    no: 'Det som er på lageret, venter der og går videre når ordren er betalt igjen.',
    fr: 'Ce qui est encore à l’entrepôt y attend et repart quand la commande est payée à nouveau.',
  },
  order_expired: {
    en: 'No payment arrived before the deadline, so the goods were released. Money that still arrives is booked and never lost.',
    ar: 'لم تصل دفعة قبل الموعد فأُلغي حجز البضاعة. أي مبلغ يصل لاحقًا يُسجَّل ولا يضيع.',
    no: 'Ingen betaling kom innen fristen, så varene er frigitt. Penger som kommer senere, blir bokført og går ikke tapt.',
    fr: 'Aucun paiement n’est arrivé à temps ; les marchandises sont libérées. Un versement tardif sera enregistré, jamais perdu.',
  },
  payment_short: {
    en: 'Your transfer arrived and is booked, but it does not cover the total. Send the rest with the same reference.',
    ar: 'وصل تحويلك وسُجّل، لكنه لا يغطي الإجمالي. أرسل الباقي بالمرجع نفسه.',
    no: 'Overføringen er mottatt og bokført, men dekker ikke totalen. Send resten med samme referanse.',
    fr: 'Votre virement est arrivé et comptabilisé, mais ne couvre pas le total. Envoyez le reste avec la même référence.',
  },
  refund_sent: {
    en: 'The amount below goes back the way it came. Banks need one to three business days, cards up to ten.',
    ar: 'يعود المبلغ أدناه بالطريقة التي وصل بها. تحتاج البنوك من يوم إلى ثلاثة أيام عمل، والبطاقات حتى عشرة أيام.',
    no: 'Beløpet nedenfor går tilbake samme vei som det kom. Banker bruker én til tre virkedager, kort opptil ti.',
    fr: 'Le montant ci-dessous repart par où il est venu. Comptez un à trois jours ouvrés par la banque, dix au plus par carte.',
  },
  refund_credited: {
    en: 'You paid the amount below with your company’s credit. It is there again: use it on any order that waits for money.',
    ar: 'دفعت المبلغ أدناه من رصيد شركتك وقد عاد إليه: استخدمه لأي طلب بانتظار الدفع.',
    no: 'Du betalte beløpet nedenfor med firmaets kreditt. Den er der igjen: bruk den på en ordre som venter på betaling.',
    fr: 'Vous aviez payé le montant ci-dessous avec le crédit de votre société. Il y est de nouveau : utilisez-le pour toute commande à payer.',
  },
  refund_failed: {
    en: 'The bank or card gave the amount below back to us. It is still yours: our finance team sends it again or writes to you.',
    ar: 'أعاد البنك أو البطاقة المبلغ أدناه إلينا. المبلغ لا يزال لك: سيعيد فريق المالية إرساله أو يراسلك.',
    no: 'Banken eller kortet ga beløpet nedenfor tilbake til oss. Det er fortsatt ditt: økonomi sender det igjen eller skriver til deg.',
    fr: 'La banque ou la carte nous a rendu le montant ci-dessous. Il reste à vous : la comptabilité le renvoie ou vous écrit.',
  },
  parcels_on_way: {
    en: 'The parcel went out under your name. The link shows your customer your brand only.',
    ar: 'خرج الطرد باسمك. الرابط يُظهر لعميلك علامتك فقط.',
    no: 'Pakken gikk ut i ditt navn. Lenken viser kunden din bare ditt merke.',
    fr: 'Le colis est parti sous votre nom. Le lien ne montre à votre client que votre marque.',
  },
};
/** Of a placed order that is not paid by transfer. */
export const PAY_ONLINE_LEADS: Words = {
  en: 'Your goods are held until the deadline below. Pay on the page of the order: it leads to the payment company.',
  ar: 'بضاعتك محجوزة حتى الموعد أدناه. ادفع من صفحة الطلب، فهي تنقلك إلى شركة الدفع.',
  no: 'Varene holdes av til fristen nedenfor. Betal på ordrens side: den fører deg til betalingsselskapet.',
  fr: 'Vos marchandises sont réservées jusqu’à la date ci-dessous. Payez depuis la page de la commande : elle mène à la société de paiement.',
};
export const LABELS = {
  total: { en: 'Total', ar: 'الإجمالي', no: 'Total', fr: 'Total' },
  reference: { en: 'Reference', ar: 'المرجع', no: 'Referanse', fr: 'Référence' },
  iban: { en: 'IBAN', ar: 'الآيبان', no: 'IBAN', fr: 'IBAN' },
  beneficiary: { en: 'Beneficiary', ar: 'المستفيد', no: 'Mottaker', fr: 'Bénéficiaire' },
  deadline: { en: 'Pay before', ar: 'ادفع قبل', no: 'Betal innen', fr: 'À payer avant' },
  received: { en: 'Received', ar: 'المستلَم', no: 'Mottatt', fr: 'Reçu' },
  missing: { en: 'Still missing', ar: 'المتبقي', no: 'Mangler', fr: 'Reste à payer' },
  refunded: { en: 'Refund', ar: 'المبلغ المسترد', no: 'Tilbakebetaling', fr: 'Remboursement' },
  toAccount: { en: 'To the account', ar: 'إلى الحساب', no: 'Til kontoen', fr: 'Sur le compte' },
  toMethod: { en: 'Back to', ar: 'إلى', no: 'Tilbake til', fr: 'Vers' },
  refundCode: { en: 'Refund code', ar: 'رمز الاسترداد', no: 'Kode', fr: 'Code du remboursement' },
  carrier: { en: 'Carrier', ar: 'الناقل', no: 'Transportør', fr: 'Transporteur' },
  trackingNumber: { en: 'Tracking number', ar: 'رقم التتبع', no: 'Sporingsnummer', fr: 'Numéro de suivi' },
  trackingPage: {
    en: 'Your customer’s page',
    ar: 'صفحة عميلك',
    no: 'Kundens side',
    fr: 'Page de votre client',
  },
} as const satisfies Record<string, Words>;
export const OPEN_ORDER: Words = {
  en: 'Open the order',
  ar: 'افتح الطلب',
  no: 'Åpne ordren',
  fr: 'Ouvrir la commande',
};
export const FOOT: Words = {
  en: 'You get this mail because you manage orders of {company}. Nobody outside your company sees it.',
  ar: 'تصلك هذه الرسالة لأنك تدير طلبات {company}. لا يطّلع عليها أحد خارج شركتك.',
  no: 'Du får denne e-posten fordi du håndterer ordrer for {company}. Ingen utenfor selskapet ser den.',
  fr: 'Vous recevez ce message car vous gérez les commandes de {company}. Personne hors de votre société ne le voit.',
};

import type { Words } from '@qafila/shared/kernel/locale';

/** Everything the page says itself; names of goods and brand come with the parcel. */
export const WORDS = {
  parcel: { en: 'Parcel', ar: 'الطرد', no: 'Pakke', fr: 'Colis' },
  ofCount: {
    en: '{index} of {count}',
    ar: '{index} من {count}',
    no: '{index} av {count}',
    fr: '{index} sur {count}',
  },
  code: { en: 'Parcel code', ar: 'رمز الطرد', no: 'Pakkekode', fr: 'Code du colis' },
  carrier: { en: 'Carrier', ar: 'الناقل', no: 'Transportør', fr: 'Transporteur' },
  number: { en: 'Tracking number', ar: 'رقم التتبع', no: 'Sporingsnummer', fr: 'Numéro de suivi' },
  sent: { en: 'Sent', ar: 'تاريخ الإرسال', no: 'Sendt', fr: 'Expédié le' },
  arrivedOn: { en: 'Arrived', ar: 'تاريخ الوصول', no: 'Kommet frem', fr: 'Arrivé le' },
  inside: { en: 'In the parcel', ar: 'في الطرد', no: 'I pakken', fr: 'Dans le colis' },
  questions: { en: 'Questions', ar: 'للاستفسار', no: 'Spørsmål', fr: 'Une question' },
  copy: { en: 'Copy', ar: 'نسخ', no: 'Kopier', fr: 'Copier' },
  copied: { en: 'Copied', ar: 'نُسخ', no: 'Kopiert', fr: 'Copié' },
  language: { en: 'Language', ar: 'اللغة', no: 'Språk', fr: 'Langue' },
  progress: { en: 'Progress', ar: 'مسار الطرد', no: 'Fremdrift', fr: 'Suivi' },
  loading: {
    en: 'Looking for your parcel',
    ar: 'نبحث عن طردك',
    no: 'Leter etter pakken din',
    fr: 'Recherche de votre colis',
  },
  retry: { en: 'Try again', ar: 'حاول مرة أخرى', no: 'Prøv igjen', fr: 'Réessayer' },
  reference: { en: 'Fault number', ar: 'رقم الخلل', no: 'Feilnummer', fr: 'Numéro d’incident' },
} as const satisfies Record<string, Words>;

export const STEP_WORDS = {
  prepared: { en: 'Prepared', ar: 'جُهّز', no: 'Klargjort', fr: 'Préparé' },
  handedOver: {
    en: 'With the carrier',
    ar: 'سُلّم للناقل',
    no: 'Hos transportøren',
    fr: 'Remis au transporteur',
  },
  onTheWay: { en: 'On its way', ar: 'في الطريق', no: 'Underveis', fr: 'En route' },
  arrived: { en: 'Arrived', ar: 'وصل', no: 'Fremme', fr: 'Arrivé' },
} as const satisfies Record<string, Words>;

interface StateWords {
  readonly headline: Words;
  readonly chip: Words;
  readonly next: Words;
}

export const STATE_WORDS = {
  handed_over: {
    headline: {
      en: 'Your parcel is with the carrier',
      ar: 'طردك لدى الناقل',
      no: 'Pakken din er hos transportøren',
      fr: 'Votre colis est chez le transporteur',
    },
    chip: { en: 'Sent', ar: 'أُرسل', no: 'Sendt', fr: 'Expédié le' },
    next: {
      en: 'The carrier calls or writes before the delivery. Keep your phone at hand.',
      ar: 'يتصل بك الناقل أو يراسلك قبل التسليم. أبقِ هاتفك قريبًا.',
      no: 'Transportøren ringer eller skriver før levering. Ha telefonen i nærheten.',
      fr: 'Le transporteur vous appelle ou vous écrit avant la livraison. Gardez votre téléphone à portée de main.',
    },
  },
  in_transit: {
    headline: {
      en: 'Your parcel is on its way',
      ar: 'طردك في الطريق',
      no: 'Pakken din er underveis',
      fr: 'Votre colis est en route',
    },
    chip: { en: 'Sent', ar: 'أُرسل', no: 'Sendt', fr: 'Expédié le' },
    next: {
      en: 'The carrier calls or writes before the delivery. Keep your phone at hand.',
      ar: 'يتصل بك الناقل أو يراسلك قبل التسليم. أبقِ هاتفك قريبًا.',
      no: 'Transportøren ringer eller skriver før levering. Ha telefonen i nærheten.',
      fr: 'Le transporteur vous appelle ou vous écrit avant la livraison. Gardez votre téléphone à portée de main.',
    },
  },
  delivered: {
    headline: {
      en: 'Your parcel has arrived',
      ar: 'وصل طردك',
      no: 'Pakken din er fremme',
      fr: 'Votre colis est arrivé',
    },
    chip: { en: 'Delivered', ar: 'سُلّم', no: 'Levert', fr: 'Livré le' },
    next: {
      en: 'Is something missing or broken? Write to the address below with a picture.',
      ar: 'هل ينقص شيء أو تضرّر؟ اكتب إلى العنوان أدناه مع صورة.',
      no: 'Mangler noe, eller er noe ødelagt? Skriv til adressen nedenfor og legg ved et bilde.',
      fr: 'Il manque quelque chose ou un article est abîmé ? Écrivez à l’adresse ci-dessous avec une photo.',
    },
  },
  exception: {
    headline: {
      en: 'Your parcel is held up',
      ar: 'تأخّر طردك',
      no: 'Pakken din er forsinket',
      fr: 'Votre colis est retardé',
    },
    chip: { en: 'Held up', ar: 'متأخر', no: 'Forsinket', fr: 'Retardé' },
    next: {
      en: 'The carrier could not deliver it. Call the carrier with the tracking number, or write to the address below.',
      ar: 'تعذّر على الناقل تسليمه. اتصل بالناقل واذكر رقم التتبع، أو اكتب إلى العنوان أدناه.',
      no: 'Transportøren fikk ikke levert den. Ring transportøren og oppgi sporingsnummeret, eller skriv til adressen nedenfor.',
      fr: 'Le transporteur n’a pas pu le livrer. Appelez-le avec le numéro de suivi, ou écrivez à l’adresse ci-dessous.',
    },
  },
  returning: {
    headline: {
      en: 'Your parcel is on its way back',
      ar: 'طردك في طريق العودة',
      no: 'Pakken din er på vei tilbake',
      fr: 'Votre colis est renvoyé',
    },
    chip: { en: 'Coming back', ar: 'يعود للمرسل', no: 'På vei tilbake', fr: 'Retour en cours' },
    next: {
      en: 'It goes back to the sender. To get it anyway, write to the address below.',
      ar: 'يعود الطرد إلى المرسل. لاستلامه من جديد اكتب إلى العنوان أدناه.',
      no: 'Den går tilbake til avsenderen. Skriv til adressen nedenfor om du fortsatt vil ha den.',
      fr: 'Il retourne à l’expéditeur. Pour le recevoir malgré tout, écrivez à l’adresse ci-dessous.',
    },
  },
  returned: {
    headline: {
      en: 'Your parcel went back',
      ar: 'أُعيد طردك',
      no: 'Pakken din er sendt tilbake',
      fr: 'Votre colis a été renvoyé',
    },
    chip: { en: 'Returned', ar: 'مُعاد', no: 'I retur', fr: 'Retourné' },
    next: {
      en: 'The sender has it again. Write to the address below about what comes next.',
      ar: 'عاد الطرد إلى المرسل. اكتب إلى العنوان أدناه لمعرفة الخطوة التالية.',
      no: 'Avsenderen har fått den tilbake. Skriv til adressen nedenfor om hva som skjer videre.',
      fr: 'L’expéditeur l’a récupéré. Écrivez à l’adresse ci-dessous pour la suite.',
    },
  },
} as const satisfies Record<string, StateWords>;

export const NOTICE_WORDS = {
  missing: {
    title: {
      en: 'No parcel at this link',
      ar: 'لا يوجد طرد على هذا الرابط',
      no: 'Ingen pakke på denne lenken',
      fr: 'Aucun colis à cette adresse',
    },
    text: {
      en: 'Copy the whole link from your message or from the paper in the parcel. If it still does not open, ask the shop you bought from.',
      ar: 'انسخ الرابط كاملًا من رسالتك أو من الورقة التي في الطرد. إن لم يفتح فاسأل من اشتريت منه.',
      no: 'Kopier hele lenken fra meldingen eller fra papiret i pakken. Åpner den seg fortsatt ikke, spør butikken du handlet i.',
      fr: 'Copiez le lien entier depuis votre message ou le papier du colis. S’il ne s’ouvre toujours pas, demandez à la boutique où vous avez acheté.',
    },
  },
  broken: {
    title: {
      en: 'Your parcel could not be shown',
      ar: 'تعذّر عرض طردك',
      no: 'Pakken kunne ikke vises',
      fr: 'Votre colis n’a pas pu être affiché',
    },
    text: {
      en: 'Check your connection and try again. The parcel itself is not affected.',
      ar: 'تحقّق من اتصالك وحاول مرة أخرى. الطرد نفسه لم يتأثر.',
      no: 'Kontroller forbindelsen og prøv igjen. Selve pakken er ikke berørt.',
      fr: 'Vérifiez votre connexion et réessayez. Le colis lui-même n’est pas concerné.',
    },
  },
  busy: {
    title: { en: 'Too many tries', ar: 'محاولات كثيرة', no: 'For mange forsøk', fr: 'Trop d’essais' },
    text: {
      en: 'Wait {seconds} s, then try again.',
      ar: 'انتظر {seconds} ثانية ثم حاول مرة أخرى.',
      no: 'Vent {seconds} s og prøv igjen.',
      fr: 'Attendez {seconds} s puis réessayez.',
    },
  },
} as const satisfies Record<string, { title: Words; text: Words }>;

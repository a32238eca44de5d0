import { defineProblems } from '../kernel/problem';

const refusal = { report: false, params: [] } as const;

export const profilesProblems = defineProblems({
  BRAND_REPLY_MISSING: {
    ...refusal,
    status: 409,
    say: {
      en: 'Add a reply address: recipients write to it.',
      ar: 'أضف عنوان الرد: يكتب إليه المستلمون.',
      no: 'Legg til en svaradresse: mottakerne skriver til den.',
      fr: 'Ajoutez une adresse de réponse : les destinataires y écrivent.',
    },
  },
  BRAND_SENDER_MISSING: {
    ...refusal,
    status: 409,
    say: {
      en: 'Add the return address, or let returns go to the neutral hub.',
      ar: 'أضف عنوان الإرجاع، أو اجعل المرتجعات تذهب إلى المركز المحايد.',
      no: 'Legg til returadressen, eller la returer gå til det nøytrale mottaket.',
      fr: 'Ajoutez l’adresse de retour, ou laissez les retours aller au centre neutre.',
    },
  },
  BRAND_SHOWS_STORE: {
    ...refusal,
    status: 409,
    say: {
      en: 'The store’s own name, address or number stands in it. Recipients must not see the store: take it out.',
      ar: 'يظهر فيه اسم المتجر أو عنوانه أو رقمه. يجب ألا يرى المستلمون المتجر: احذفه.',
      no: 'Butikkens eget navn, adresse eller nummer står i det. Mottakere skal ikke se butikken: ta det bort.',
      fr: 'Le nom, l’adresse ou un numéro du magasin y figure. Les destinataires ne doivent pas voir le magasin : retirez-le.',
    },
  },
  BRAND_NAME_REFUSED: {
    ...refusal,
    status: 409,
    say: {
      en: 'A name in it can’t be used. Ask us.',
      ar: 'فيه اسم لا يمكن استخدامه. اسألنا.',
      no: 'Et navn i det kan ikke brukes. Spør oss.',
      fr: 'Un nom qui y figure ne peut pas être utilisé. Demandez-nous.',
    },
  },
  BRAND_ORDERS_OPEN: {
    status: 409,
    report: false,
    params: ['count'],
    say: {
      en: 'Orders on their way still ship under this brand: {count}. Archive it when they are out.',
      ar: 'طلبات جارية ما زالت تُشحن بهذه العلامة: {count}. أرشفها بعد خروجها.',
      no: 'Bestillinger underveis sendes fortsatt under dette merket: {count}. Arkiver det når de er ute.',
      fr: 'Des commandes en cours partent encore sous cette marque : {count}. Archivez-la une fois parties.',
    },
  },
  BRAND_SPECS_LOCKED: {
    status: 409,
    report: false,
    params: ['count'],
    say: {
      en: 'Locked production specs belong to this brand: {count}. Retire them first.',
      ar: 'مواصفات إنتاج مقفلة تخص هذه العلامة: {count}. أوقفها أولًا.',
      no: 'Låste produksjonsspesifikasjoner hører til dette merket: {count}. Trekk dem tilbake først.',
      fr: 'Des spécifications de production verrouillées appartiennent à cette marque : {count}. Retirez-les d’abord.',
    },
  },
  TOO_MANY_PROFILES: {
    status: 409,
    report: false,
    params: ['maximum'],
    say: {
      en: 'A company has at most {maximum} brand profiles. Archive one first.',
      ar: 'للمنشأة {maximum} ملف علامة على الأكثر. أرشف واحدًا أولًا.',
      no: 'Et foretak har høyst {maximum} merkeprofiler. Arkiver én først.',
      fr: 'Une société a au plus {maximum} profils de marque. Archivez-en un d’abord.',
    },
  },
  CONSENT_UNCHANGED: {
    ...refusal,
    status: 409,
    say: {
      en: 'This is recorded already. Reload the page.',
      ar: 'هذا مسجّل بالفعل. أعد تحميل الصفحة.',
      no: 'Dette er allerede registrert. Last siden på nytt.',
      fr: 'C’est déjà enregistré. Rechargez la page.',
    },
  },
  CONSENT_TEXT_CHANGED: {
    ...refusal,
    status: 409,
    say: {
      en: 'The wording has changed since. Reload the page and read it again.',
      ar: 'تغيّر النص منذ ذلك الحين. أعد تحميل الصفحة واقرأه من جديد.',
      no: 'Ordlyden er endret siden. Last siden på nytt og les den igjen.',
      fr: 'Le texte a changé depuis. Rechargez la page et relisez-le.',
    },
  },
});

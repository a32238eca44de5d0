import { defineProblems } from '../kernel/problem';

const plain = { status: 409, report: false, params: [] } as const;
export const briefsProblems = defineProblems({
  BRIEF_INCOMPLETE: {
    ...plain,
    params: ['count'],
    say: {
      en: 'Fill in what is missing before you send the brief ({count}).',
      ar: 'أكمل ما ينقص قبل إرسال الموجز ({count}).',
      no: 'Fyll ut det som mangler, før du sender oppdraget ({count}).',
      fr: 'Complétez ce qui manque avant d’envoyer le brief ({count}).',
    },
  },
  /** Of the field `packagingSpecId` in a refusal with `BRIEF_INCOMPLETE`. */
  BRIEF_NEEDS_PACKAGING: {
    ...plain,
    say: {
      en: 'Choose the packaging spec these products are made with. Without one nothing can be produced or approved.',
      ar: 'اختر مواصفة التغليف التي تُنتج بها هذه المنتجات. فمن دونها لا إنتاج ولا اعتماد.',
      no: 'Velg emballasjespesifikasjonen disse produktene lages med. Uten den kan ingenting produseres eller godkjennes.',
      fr: 'Choisissez la fiche d’emballage de ces produits. Sans elle, rien ne peut être produit ni approuvé.',
    },
  },
  BRIEF_NAMES_UNKNOWN: {
    ...plain,
    params: ['part'],
    say: {
      en: 'Something chosen in the brief is no longer there ({part}). Choose again.',
      ar: 'أحد الاختيارات في الموجز لم يعد موجودًا ({part}). اختر من جديد.',
      no: 'Noe som er valgt i oppdraget, finnes ikke lenger ({part}). Velg på nytt.',
      fr: 'Un choix du brief n’existe plus ({part}). Choisissez de nouveau.',
    },
  },
  /** Told at its field, `approvalsNeeded`. */
  BRIEF_APPROVERS_FEW: {
    ...plain,
    params: ['count'],
    say: {
      en: 'Only {count} of your company may approve. Ask for fewer approvals, or let somebody else approve too.',
      ar: 'عدد من يحق لهم الاعتماد في شركتك أقل من ذلك ({count}). اطلب عددًا أقل، أو امنح شخصًا آخر حق الاعتماد.',
      no: 'Så mange i bedriften kan ikke godkjenne ({count}). Be om færre, eller la flere få godkjenne.',
      fr: 'Moins de personnes de votre société peuvent approuver ({count}). Demandez-en moins, ou donnez ce droit à quelqu’un d’autre.',
    },
  },
  BRIEF_BRAND_IDLE: {
    ...plain,
    say: {
      en: 'Activate the brand before you send a brief for it.',
      ar: 'فعّل العلامة قبل إرسال موجز لها.',
      no: 'Aktiver merket før du sender et oppdrag for det.',
      fr: 'Activez la marque avant d’envoyer un brief pour elle.',
    },
  },
  BRIEF_DEADLINE_PAST: {
    ...plain,
    say: {
      en: 'The deadline has passed. Choose a later day or none.',
      ar: 'انقضى الموعد النهائي. اختر يومًا لاحقًا أو اتركه فارغًا.',
      no: 'Fristen er passert. Velg en senere dag eller ingen.',
      fr: 'L’échéance est passée. Choisissez un jour plus tard ou aucun.',
    },
  },
  BRIEF_FILES_OPEN: {
    ...plain,
    say: {
      en: 'A reference is still being checked or was rejected. Wait for it or take it out.',
      ar: 'أحد المراجع قيد الفحص أو مرفوض. انتظر انتهاء الفحص أو احذفه.',
      no: 'En referanse kontrolleres fortsatt eller er avvist. Vent på den eller fjern den.',
      fr: 'Une référence est en cours de contrôle ou refusée. Attendez-la ou retirez-la.',
    },
  },
  BRIEF_ROUND_NEEDS_QUOTE: {
    ...plain,
    say: {
      en: 'The rounds of this brief are used up. A further one begins when the trader accepts a quote.',
      ar: 'استُنفدت جولات هذا الموجز. تبدأ جولة أخرى عند قبول التاجر لعرض السعر.',
      no: 'Rundene i dette oppdraget er brukt opp. En ny begynner når forhandleren godtar et tilbud.',
      fr: 'Les tours de ce brief sont épuisés. Un autre commence quand le commerçant accepte un devis.',
    },
  },
  BRIEF_TAKEN: {
    ...plain,
    say: {
      en: 'Another designer has this brief: only that person takes this step.',
      ar: 'هذا الموجز لدى مصمّم آخر، وهو وحده من يقوم بهذه الخطوة.',
      no: 'En annen designer har dette oppdraget: bare den personen tar dette steget.',
      fr: 'Un autre designer a ce brief : lui seul fait cette étape.',
    },
  },
  BRIEF_SAME_PERSON: {
    ...plain,
    say: {
      en: 'Whoever designs is never the gatekeeper. Choose two people.',
      ar: 'من يصمّم لا يكون المراجع. اختر شخصين.',
      no: 'Den som designer, er aldri portvakt. Velg to personer.',
      fr: 'Qui conçoit ne relit jamais. Choisissez deux personnes.',
    },
  },
  BRIEF_NO_DESIGNER: {
    ...plain,
    say: {
      en: 'This person does not work in design. Choose somebody from the list.',
      ar: 'هذا الشخص لا يعمل في التصميم. اختر من القائمة.',
      no: 'Denne personen arbeider ikke med design. Velg noen fra listen.',
      fr: 'Cette personne ne travaille pas au design. Choisissez dans la liste.',
    },
  },
  QUOTE_NOT_OPEN: {
    ...plain,
    say: {
      en: 'This quote is answered already. Reload the brief.',
      ar: 'تم الرد على عرض السعر هذا. أعد تحميل الموجز.',
      no: 'Dette tilbudet er allerede besvart. Last oppdraget på nytt.',
      fr: 'Ce devis a déjà sa réponse. Rechargez le brief.',
    },
  },
  QUOTE_NOT_WANTED: {
    ...plain,
    say: {
      en: 'This brief needs no quote now. Reload the list.',
      ar: 'لا يحتاج هذا الموجز إلى عرض سعر الآن. أعد تحميل القائمة.',
      no: 'Dette oppdraget trenger ikke tilbud nå. Last listen på nytt.',
      fr: 'Ce brief n’a pas besoin de devis. Rechargez la liste.',
    },
  },
  QUOTE_CURRENCY: {
    ...plain,
    params: ['currency'],
    say: {
      en: 'Quote in the currency of this trader: {currency}.',
      ar: 'قدّم العرض بعملة هذا التاجر: {currency}.',
      no: 'Gi tilbudet i forhandlerens valuta: {currency}.',
      fr: 'Chiffrez dans la devise de ce commerçant : {currency}.',
    },
  },
});

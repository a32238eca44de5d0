import { defineProblems } from '../kernel/problem';

export const paymentsProblems = defineProblems({
  TRANSFER_ONLY_IN_SAUDI_ARABIA: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Bank transfer is open to companies established in Saudi Arabia only (trade terms, clause 8). Pay by card instead; your draft is kept.',
      ar: 'التحويل البنكي متاح للشركات المؤسسة في السعودية فقط (شروط التجارة، البند 8). ادفع بالبطاقة بدلًا منه، ومسودتك محفوظة.',
      no: 'Bankoverføring er bare for selskaper etablert i Saudi-Arabia (handelsvilkår, punkt 8). Betal med kort i stedet; utkastet ditt er lagret.',
      fr: 'Le virement est réservé aux sociétés établies en Arabie saoudite (conditions, clause 8). Payez par carte ; votre brouillon est conservé.',
    },
  },
  METHOD_NOT_OFFERED: {
    status: 409,
    report: false,
    params: ['why'],
    say: {
      en: '{why} Choose another way to pay.',
      ar: '{why} اختر طريقة أخرى للدفع.',
      no: '{why} Velg en annen måte å betale på.',
      fr: '{why} Choisissez un autre moyen de paiement.',
    },
  },
  NOTHING_DUE: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Nothing is due for this order: it is paid, or waits for no money. Nothing was charged.',
      ar: 'لا مبلغ مستحق لهذا الطلب: إما أنه مدفوع أو لا ينتظر دفعًا. لم يُخصم شيء.',
      no: 'Ingenting forfaller for denne ordren: den er betalt eller venter ikke på penger. Ingenting ble belastet.',
      fr: 'Rien n’est dû pour cette commande : elle est payée ou n’attend pas d’argent. Rien n’a été débité.',
    },
  },
  DUE_CHANGED: {
    status: 409,
    report: false,
    params: ['before', 'now'],
    say: {
      en: 'What is due is no longer {before} but {now}. Look at the amount and pay again; nothing was charged.',
      ar: 'لم يعد المستحق {before} بل {now}. راجع المبلغ وادفع من جديد؛ لم يُخصم شيء.',
      no: 'Det som forfaller er ikke lenger {before}, men {now}. Se på beløpet og betal igjen; ingenting ble belastet.',
      fr: 'Le montant dû n’est plus {before} mais {now}. Vérifiez-le et payez à nouveau ; rien n’a été débité.',
    },
  },
  HOOK_REFUSED: {
    status: 400,
    report: false,
    params: [],
    say: {
      en: 'This call is not proven to come from the gateway. Nothing was kept.',
      ar: 'لم يثبت أن هذا الاستدعاء من بوابة الدفع. لم يُحفظ شيء.',
      no: 'Det er ikke bevist at dette kallet kommer fra betalingsløsningen. Ingenting ble lagret.',
      fr: 'Rien ne prouve que cet appel vienne de la passerelle. Rien n’a été conservé.',
    },
  },
  RECEIPTS_ENOUGH: {
    status: 409,
    report: false,
    params: ['limit'],
    say: {
      en: 'This order already has {limit} receipts. Finance looks at them; write to us if one is wrong.',
      ar: 'لهذا الطلب {limit} إيصالات بالفعل والمالية تراجعها. راسلنا إن كان أحدها خاطئًا.',
      no: 'Denne ordren har allerede {limit} kvitteringer. Økonomi ser på dem; skriv til oss hvis en er feil.',
      fr: 'Cette commande a déjà {limit} reçus. La comptabilité les examine ; écrivez-nous si l’un est faux.',
    },
  },
  RECEIPT_DATE: {
    status: 422,
    report: false,
    params: [],
    say: {
      en: 'The day of the transfer lies ahead. Give the day on which the bank took it.',
      ar: 'تاريخ التحويل في المستقبل. أدخل اليوم الذي نفّذه فيه البنك.',
      no: 'Overføringsdagen er ikke kommet ennå. Oppgi dagen banken utførte den.',
      fr: 'La date du virement est à venir. Indiquez le jour où la banque l’a exécuté.',
    },
  },
  STATEMENT_NOT_READABLE: {
    status: 422,
    report: false,
    params: ['place'],
    say: {
      en: 'This is not a statement we can read: {place}. Export it again from the bank, as camt.053, MT940 or CSV.',
      ar: 'هذا ليس كشفًا يمكن قراءته: {place}. صدّره من البنك مرة أخرى بصيغة camt.053 أو MT940 أو CSV.',
      no: 'Dette er ikke en kontoutskrift vi kan lese: {place}. Eksporter den på nytt fra banken, som camt.053, MT940 eller CSV.',
      fr: 'Ce n’est pas un relevé lisible : {place}. Exportez-le à nouveau depuis la banque, en camt.053, MT940 ou CSV.',
    },
  },
  STATEMENT_NOT_FINISHED: {
    status: 422,
    report: false,
    params: ['tries'],
    say: {
      en: 'Reading this file was begun {tries} times and never finished. Nothing was imported; export shorter periods and import them one by one.',
      ar: 'بدأت قراءة هذا الملف {tries} مرات ولم تكتمل. لم يُستورد شيء؛ صدّر فترات أقصر واستوردها واحدة واحدة.',
      no: 'Lesingen av denne filen ble begynt {tries} ganger og aldri fullført. Ingenting ble importert; eksporter kortere perioder og importer dem én for én.',
      fr: 'La lecture de ce fichier a commencé {tries} fois sans jamais finir. Rien n’a été importé ; exportez des périodes plus courtes et importez-les une à une.',
    },
  },
  STATEMENT_HIJRI_DATE: {
    status: 422,
    report: false,
    params: ['place'],
    say: {
      en: 'The dates are of the Hijri calendar: {place}. Export the statement with Gregorian dates.',
      ar: 'التواريخ هجرية: {place}. صدّر الكشف بالتواريخ الميلادية.',
      no: 'Datoene følger hijri-kalenderen: {place}. Eksporter utskriften med gregorianske datoer.',
      fr: 'Les dates suivent le calendrier hégirien : {place}. Exportez le relevé avec des dates grégoriennes.',
    },
  },
  STATEMENT_NOT_PROVEN: {
    status: 422,
    report: false,
    params: ['opening', 'movements', 'closing'],
    say: {
      en: 'The balance does not prove: {opening} plus {movements} is not {closing}. Nothing was imported.',
      ar: 'الرصيد لا يتطابق: {opening} مع {movements} لا يساوي {closing}. لم يُستورد شيء.',
      no: 'Saldoen stemmer ikke: {opening} pluss {movements} er ikke {closing}. Ingenting ble importert.',
      fr: 'Le solde ne se vérifie pas : {opening} plus {movements} ne font pas {closing}. Rien n’a été importé.',
    },
  },
  STATEMENT_OTHER_ACCOUNT: {
    status: 422,
    report: false,
    params: ['iban'],
    say: {
      en: 'The statement is for {iban}, which is not our account. Nothing was imported.',
      ar: 'الكشف يخص {iban} وهو ليس حسابنا. لم يُستورد شيء.',
      no: 'Utskriften gjelder {iban}, som ikke er vår konto. Ingenting ble importert.',
      fr: 'Le relevé concerne {iban}, qui n’est pas notre compte. Rien n’a été importé.',
    },
  },
  STATEMENT_KNOWN: {
    status: 409,
    report: false,
    params: ['number'],
    say: {
      en: 'Statement {number} was imported before. Nothing was added.',
      ar: 'استُورد الكشف {number} من قبل. لم يُضف شيء.',
      no: 'Utskrift {number} er importert før. Ingenting ble lagt til.',
      fr: 'Le relevé {number} a déjà été importé. Rien n’a été ajouté.',
    },
  },
  REVIEW_CHANGED: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Something in the reviewed list changed. Look at the new list, then confirm it.',
      ar: 'تغيّر شيء في القائمة المراجعة. اطّلع على القائمة الجديدة ثم أكّدها.',
      no: 'Noe i listen du gikk gjennom, er endret. Se på den nye listen og bekreft den.',
      fr: 'La liste vérifiée a changé. Regardez la nouvelle liste puis confirmez-la.',
    },
  },
  SECOND_PERSON_NEEDED: {
    status: 403,
    report: false,
    params: [],
    say: {
      en: 'You confirmed this first. A second person confirms it.',
      ar: 'أنت من أكّد أولًا. يلزم شخص ثانٍ للتأكيد.',
      no: 'Du bekreftet dette først. En annen person bekrefter nå.',
      fr: 'Vous l’avez confirmé en premier. Une deuxième personne doit confirmer.',
    },
  },
  LINE_HAS_NO_ROOM: {
    status: 409,
    report: false,
    params: ['left'],
    say: {
      en: 'The parts are more than the line has left: {left}. Make them smaller.',
      ar: 'مجموع الأجزاء أكبر من المتبقي في السطر: {left}. صغّرها.',
      no: 'Delene er mer enn det som er igjen av linjen: {left}. Gjør dem mindre.',
      fr: 'Les parts dépassent ce qui reste de la ligne : {left}. Réduisez-les.',
    },
  },
  WRITE_OFF_DOES_NOT_FIT: {
    status: 409,
    report: false,
    params: ['missing'],
    say: {
      en: 'Only what is missing can be written off, and all of it at once: {missing}.',
      ar: 'لا يُشطب إلا المبلغ الناقص كاملًا: {missing}.',
      no: 'Bare det som mangler kan avskrives, og alt på én gang: {missing}.',
      fr: 'Seul ce qui manque peut être passé en perte, et en entier : {missing}.',
    },
  },
  MONEY_MOVED_ON: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This money went on since: used as credit, paid out or refunded. Take that back first; nothing was booked.',
      ar: 'انتقل هذا المبلغ منذ ذلك الحين: استُخدم رصيدًا أو صُرف أو استُرد. ألغِ ذلك أولًا؛ لم يُقيد شيء.',
      no: 'Disse pengene har gått videre: brukt som tilgodehavende, utbetalt eller tilbakebetalt. Reverser det først; ingenting ble bokført.',
      fr: 'Cet argent a été réutilisé depuis : avoir, versement ou remboursement. Annulez cela d’abord ; rien n’a été comptabilisé.',
    },
  },
});

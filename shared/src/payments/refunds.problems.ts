import { defineProblems } from '../kernel/problem';

export const refundsProblems = defineProblems({
  REFUND_TOO_MUCH: {
    status: 409,
    report: false,
    params: ['left'],
    say: {
      en: 'At most {left} can go back this way: the rest was never paid, or is on its way back already. Ask for less.',
      ar: 'لا يمكن ردّ أكثر من {left} بهذه الطريقة: الباقي لم يُدفع أو هو في طريق الردّ. اطلب مبلغًا أقل.',
      no: 'Høyst {left} kan gå tilbake slik: resten er aldri betalt, eller er allerede på vei tilbake. Be om mindre.',
      fr: 'Au plus {left} peut être rendu ainsi : le reste n’a jamais été payé ou est déjà en route. Demandez moins.',
    },
  },
  REFUND_NOT_THERE: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This money did not come that way. Send it back to the account or card that paid.',
      ar: 'لم يأتِ هذا المبلغ من هناك. أعِده إلى الحساب أو البطاقة التي دفعت.',
      no: 'Disse pengene kom ikke den veien. Send dem tilbake til kontoen eller kortet som betalte.',
      fr: 'Cet argent n’est pas venu par là. Renvoyez-le au compte ou à la carte qui a payé.',
    },
  },
  REFUND_FROZEN: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'The payer’s bank disputes this payment, so its refund is frozen. Wait for the end of the dispute; otherwise it would be given back twice.',
      ar: 'بنك الدافع معترض على هذه الدفعة فالاسترداد مجمّد. انتظر انتهاء الاعتراض وإلا رُدّ المبلغ مرتين.',
      no: 'Betalerens bank bestrider betalingen, så tilbakebetalingen er sperret. Vent til tvisten er over; ellers går pengene tilbake to ganger.',
      fr: 'La banque du payeur conteste ce paiement : son remboursement est gelé. Attendez la fin du litige, sinon il serait rendu deux fois.',
    },
  },
  REFUND_WHOLE_ONLY: {
    status: 409,
    report: false,
    params: ['left'],
    say: {
      en: 'This method gives back all or nothing. Ask for {left}, or send it another way.',
      ar: 'هذه الطريقة تردّ المبلغ كله أو لا شيء. اطلب {left} أو أرسله بطريقة أخرى.',
      no: 'Denne metoden gir alt tilbake eller ingenting. Be om {left}, eller send på en annen måte.',
      fr: 'Ce moyen rend tout ou rien. Demandez {left}, ou passez par un autre moyen.',
    },
  },
  REFUND_TOO_LATE: {
    status: 409,
    report: false,
    params: ['days'],
    say: {
      en: 'This method takes refunds for {days} days after the payment, and they are over. Send it to an account that paid.',
      ar: 'تقبل هذه الطريقة الاسترداد خلال {days} يومًا من الدفع وقد انتهت. أرسله إلى حساب دفع من قبل.',
      no: 'Denne metoden tar imot tilbakebetalinger i {days} dager etter betalingen, og de er over. Send til en konto som har betalt.',
      fr: 'Ce moyen accepte les remboursements pendant {days} jours après le paiement ; ils sont passés. Renvoyez à un compte qui a payé.',
    },
  },
  REFUND_IS_YOURS: {
    status: 403,
    report: false,
    params: [],
    say: {
      en: 'You asked for this refund. Another person of finance approves it.',
      ar: 'أنت من طلب هذا الاسترداد. يعتمده شخص آخر من المالية.',
      no: 'Du ba om denne tilbakebetalingen. En annen i økonomi godkjenner den.',
      fr: 'Vous avez demandé ce remboursement. Une autre personne de la comptabilité l’approuve.',
    },
  },
  REFUND_BOOK_DEBIT_FIRST: {
    status: 409,
    report: false,
    params: ['code'],
    say: {
      en: 'Refund {code} came back before its debit is booked. Confirm the line that took the money first.',
      ar: 'عاد الاسترداد {code} قبل قيد خروجه. أكّد أولًا السطر الذي خصم المبلغ.',
      no: 'Tilbakebetaling {code} kom i retur før utgangen er bokført. Bekreft linjen som tok pengene først.',
      fr: 'Le remboursement {code} est revenu avant que son débit soit comptabilisé. Confirmez d’abord la ligne du débit.',
    },
  },
});

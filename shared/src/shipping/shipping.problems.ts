import { defineProblems } from '../kernel/problem';

export const shippingProblems = defineProblems({
  PIECES_MISSING: {
    status: 409,
    report: false,
    params: ['count'],
    say: {
      en: 'Pieces still to scan: {count}.',
      ar: 'قطع لم تُمسح بعد: {count}.',
      no: 'Deler som gjenstår å skanne: {count}.',
      fr: 'Pièces restant à scanner : {count}.',
    },
  },
  WEIGHT_OFF: {
    status: 409,
    report: false,
    params: ['low', 'high'],
    say: {
      en: 'The weight should be between {low} and {high} g. Check the contents.',
      ar: 'يجب أن يكون الوزن بين {low} و{high} غ. راجع المحتويات.',
      no: 'Vekten skal være mellom {low} og {high} g. Kontroller innholdet.',
      fr: 'Le poids doit être entre {low} et {high} g. Vérifiez le contenu.',
    },
  },
  LEAK_FOUND: {
    status: 409,
    report: false,
    params: ['surface'],
    say: {
      en: 'Slip or label shows something that is not the trader’s ({surface}). Nothing is printed. The privacy officer was told.',
      ar: 'تُظهر قسيمة التعبئة أو الملصق ما لا يخص التاجر ({surface}). لن يُطبع شيء، وأُبلغ مسؤول الخصوصية.',
      no: 'Pakkseddel eller etikett viser noe som ikke er forhandlerens ({surface}). Ingenting skrives ut. Personvernombudet er varslet.',
      fr: 'Le bordereau ou l’étiquette montre un élément étranger au commerçant ({surface}). Rien n’est imprimé. Le responsable vie privée est prévenu.',
    },
  },
  PARCEL_HELD: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'The money for this order went back. Keep the parcel in the house; it goes on when the order is paid again.',
      ar: 'أُعيد مال هذا الطلب. أبقِ الطرد في المستودع؛ يُستأنف حين يُدفع الطلب من جديد.',
      no: 'Pengene for denne ordren gikk tilbake. Behold pakken på lageret; den går videre når ordren er betalt igjen.',
      fr: 'L’argent de cette commande a été rendu. Gardez le colis à l’entrepôt ; il repart quand la commande est payée à nouveau.',
    },
  },
  NOT_IN_THIS_PARCEL: {
    status: 409,
    report: false,
    params: ['code'],
    say: {
      en: '{code} does not belong in this parcel. Put it back.',
      ar: '{code} لا يخص هذا الطرد. أعده إلى مكانه.',
      no: '{code} hører ikke til i denne pakken. Legg den tilbake.',
      fr: '{code} n’a pas sa place dans ce colis. Remettez-le en rayon.',
    },
  },
  ALREADY_COMPLETE: {
    status: 409,
    report: false,
    params: ['code'],
    say: {
      en: 'All pieces of {code} are in the parcel already.',
      ar: 'كل قطع {code} موجودة في الطرد.',
      no: 'Alle deler av {code} ligger allerede i pakken.',
      fr: 'Toutes les pièces de {code} sont déjà dans le colis.',
    },
  },
});

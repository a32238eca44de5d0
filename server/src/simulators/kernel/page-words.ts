import type { WordsFor } from '@qafila/shared/kernel/rule';

/** What the simulators' pages say. */
export const PAGE_WORDS: WordsFor<
  | 'banner'
  | 'pay'
  | 'order'
  | 'amount'
  | 'choose'
  | 'approve'
  | 'accepted'
  | 'declined'
  | 'continues'
  | 'cards'
  | 'wallets'
  | 'others'
  | 'decline'
  | 'cancel'
  | 'expire'
  | 'noFunds'
  | 'secure'
  | 'secureTitle'
  | 'secureText'
  | 'otherTitle'
  | 'otherText'
  | 'failed'
  | 'over'
  | 'language'
  | 'later'
  | 'scanText'
  | 'code'
> = {
  scanText: {
    en: 'The payer scans this with his phone. Here the buttons stand for it',
    ar: 'يمسح الدافع هذا الرمز بهاتفه، وهنا تقوم الأزرار مقامه',
    no: 'Betaleren skanner dette med telefonen. Her står knappene for den',
    fr: 'Le payeur scanne ceci avec son téléphone. Ici les boutons en tiennent lieu',
  },
  code: { en: 'QR code', ar: 'رمز QR', no: 'QR-kode', fr: 'Code QR' },
  banner: {
    en: 'Simulator, no real money',
    ar: 'محاكٍ، لا أموال حقيقية',
    no: 'Simulator, ingen ekte penger',
    fr: 'Simulateur, aucun argent réel',
  },
  pay: { en: 'Pay', ar: 'الدفع', no: 'Betal', fr: 'Payer' },
  order: { en: 'For', ar: 'مقابل', no: 'For', fr: 'Pour' },
  amount: { en: 'Amount', ar: 'المبلغ', no: 'Beløp', fr: 'Montant' },
  choose: {
    en: 'Choose how this payment ends',
    ar: 'اختر كيف تنتهي هذه الدفعة',
    no: 'Velg hvordan betalingen ender',
    fr: 'Choisissez l’issue du paiement',
  },
  accepted: { en: 'Accepted', ar: 'مقبولة', no: 'Godtas', fr: 'Acceptée' },
  declined: { en: 'Declined', ar: 'مرفوضة', no: 'Avslås', fr: 'Refusée' },
  continues: {
    en: 'Goes on at its own page',
    ar: 'تتابع في صفحتها',
    no: 'Fortsetter på egen side',
    fr: 'Se poursuit sur sa page',
  },
  cards: { en: 'Cards', ar: 'البطاقات', no: 'Kort', fr: 'Cartes' },
  wallets: { en: 'Wallets', ar: 'المحافظ', no: 'Lommebøker', fr: 'Portefeuilles' },
  others: { en: 'Other ways', ar: 'طرق أخرى', no: 'Andre måter', fr: 'Autres moyens' },
  approve: { en: 'Approve', ar: 'موافقة', no: 'Godkjenn', fr: 'Accepter' },
  decline: { en: 'Decline', ar: 'رفض', no: 'Avslå', fr: 'Refuser' },
  cancel: {
    en: 'Cancel and go back',
    ar: 'إلغاء والعودة',
    no: 'Avbryt og gå tilbake',
    fr: 'Annuler et revenir',
  },
  expire: { en: 'Let it expire', ar: 'دعها تنتهي', no: 'La den utløpe', fr: 'Laisser expirer' },
  noFunds: { en: 'Not enough funds', ar: 'رصيد غير كافٍ', no: 'Ikke dekning', fr: 'Fonds insuffisants' },
  secure: {
    en: 'Asks for 3-D Secure',
    ar: 'تطلب \u20663-D Secure\u2069',
    no: 'Ber om 3-D Secure',
    fr: 'Demande 3-D Secure',
  },
  secureTitle: {
    en: 'Your bank asks you to confirm',
    ar: 'يطلب مصرفك التأكيد',
    no: 'Banken ber deg bekrefte',
    fr: 'Votre banque demande confirmation',
  },
  secureText: {
    en: 'With a real card your bank would ask for a code here.',
    ar: 'مع بطاقة حقيقية كان مصرفك سيطلب رمزًا هنا.',
    no: 'Med et ekte kort ville banken bedt om en kode her.',
    fr: 'Avec une vraie carte, votre banque demanderait ici un code.',
  },
  otherTitle: {
    en: 'You are at {method}',
    ar: 'أنت لدى {method}',
    no: 'Du er hos {method}',
    fr: 'Vous êtes chez {method}',
  },
  otherText: {
    en: 'Here {method} would ask you to sign in.',
    ar: 'هنا كان {method} سيطلب منك تسجيل الدخول.',
    no: 'Her ville {method} bedt deg logge inn.',
    fr: 'Ici, {method} vous demanderait de vous connecter.',
  },
  failed: {
    en: 'The payment was declined. Choose another way or go back.',
    ar: 'رُفضت الدفعة. اختر طريقة أخرى أو عُد.',
    no: 'Betalingen ble avslått. Velg en annen måte, eller gå tilbake.',
    fr: 'Le paiement a été refusé. Choisissez un autre moyen ou revenez.',
  },
  over: {
    en: 'This page has ended. Go back to the portal and start again.',
    ar: 'انتهت هذه الصفحة. عُد إلى البوابة وابدأ من جديد.',
    no: 'Denne siden er avsluttet. Gå tilbake til portalen og start på nytt.',
    fr: 'Cette page est terminée. Revenez au portail et recommencez.',
  },
  language: { en: 'Language', ar: 'اللغة', no: 'Språk', fr: 'Langue' },
  later: {
    en: 'Approve, answer later',
    ar: 'موافقة والرد لاحقًا',
    no: 'Godkjenn, svar senere',
    fr: 'Accepter, réponse plus tard',
  },
};

import { defineProblems } from '../kernel/problem';

export const actingProblems = defineProblems({
  TRADER_NOT_ACTIVE: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This trader is not active. Act for a trader only while it may order.',
      ar: 'هذا التاجر غير نشط. لا يمكن العمل نيابة عنه إلا حين يُسمح له بالطلب.',
      no: 'Denne forhandleren er ikke aktiv. Opptre bare for en forhandler som kan bestille.',
      fr: 'Ce commerçant n’est pas actif. N’agissez que pour un commerçant qui peut commander.',
    },
  },
  NOT_ACTING: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'You act for nobody. Reload the page.',
      ar: 'أنت لا تعمل نيابة عن أحد. أعد تحميل الصفحة.',
      no: 'Du opptrer ikke for noen. Last siden på nytt.',
      fr: 'Vous n’agissez pour personne. Rechargez la page.',
    },
  },
  DRAFT_OF_STORE: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'The store prepared this draft. Take it over to change or place it.',
      ar: 'أعدّ المتجر هذه المسودة. تولَّها لتعديلها أو إرسالها.',
      no: 'Butikken har laget dette utkastet. Overta det for å endre eller sende det.',
      fr: 'Le magasin a préparé ce brouillon. Reprenez-le pour le modifier ou le passer.',
    },
  },
  DRAFT_OF_TRADER: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This is the trader’s own draft. Begin one of your own.',
      ar: 'هذه مسودة التاجر نفسه. ابدأ مسودة خاصة بك.',
      no: 'Dette er forhandlerens eget utkast. Begynn på et eget.',
      fr: 'C’est le brouillon du commerçant. Commencez le vôtre.',
    },
  },
});

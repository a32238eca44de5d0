import { defineProblems } from '../kernel/problem';

export const storeProblems = defineProblems({
  ACCOUNT_CHANGE_OPEN: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'A change of the account is under way. Withdraw it before you propose another.',
      ar: 'هناك تغيير للحساب قيد الإجراء. اسحبه قبل اقتراح تغيير آخر.',
      no: 'Et kontobytte er i gang. Trekk det tilbake før du foreslår et nytt.',
      fr: 'Un changement de compte est en cours. Retirez-le avant d’en proposer un autre.',
    },
  },
  ACCOUNT_SAME: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This account is in force already. Enter the new IBAN.',
      ar: 'هذا الحساب ساري بالفعل. أدخل الآيبان الجديد.',
      no: 'Denne kontoen er allerede i bruk. Skriv inn den nye IBAN-en.',
      fr: 'Ce compte est déjà en vigueur. Saisissez le nouvel IBAN.',
    },
  },
  PERSON_EXISTS: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Somebody signs in with this mail already. Use another mail for the invitation.',
      ar: 'هذا البريد مستخدم لتسجيل الدخول بالفعل. استخدم بريدًا آخر للدعوة.',
      no: 'Noen logger allerede inn med denne e-posten. Bruk en annen e-post til invitasjonen.',
      fr: 'Quelqu’un se connecte déjà avec cette adresse. Invitez avec une autre adresse.',
    },
  },
  INVITATION_OPEN: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'An invitation to this mail is open. Withdraw it before you send another.',
      ar: 'هناك دعوة مفتوحة لهذا البريد. اسحبها قبل إرسال دعوة أخرى.',
      no: 'En invitasjon til denne e-posten er åpen. Trekk den tilbake før du sender en ny.',
      fr: 'Une invitation est ouverte pour cette adresse. Retirez-la avant d’en envoyer une autre.',
    },
  },
  INVITATION_GONE: {
    status: 410,
    report: false,
    params: [],
    say: {
      en: 'This link was used, withdrawn or is too old. Ask for a new invitation.',
      ar: 'هذا الرابط استُخدم أو سُحب أو انتهت مدته. اطلب دعوة جديدة.',
      no: 'Lenken er brukt, trukket tilbake eller for gammel. Be om en ny invitasjon.',
      fr: 'Ce lien a servi, a été retiré ou est trop ancien. Demandez une nouvelle invitation.',
    },
  },
  OWN_ROLES: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Nobody changes his own access. Ask a colleague.',
      ar: 'لا أحد يغيّر صلاحياته بنفسه. اطلب ذلك من زميل.',
      no: 'Ingen endrer sin egen tilgang. Spør en kollega.',
      fr: 'Personne ne modifie ses propres accès. Adressez-vous à un collègue.',
    },
  },
  ROLE_UNCHANGED: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'The roles are so already. Reload the list.',
      ar: 'الأدوار على هذا الحال بالفعل. أعد تحميل القائمة.',
      no: 'Rollene er allerede slik. Last listen på nytt.',
      fr: 'Les rôles sont déjà ainsi. Rechargez la liste.',
    },
  },
  ROLE_CHANGE_OPEN: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'A change of this role waits for a second person. Approve or withdraw that one.',
      ar: 'تغيير هذا الدور ينتظر شخصًا ثانيًا. اعتمده أو اسحبه.',
      no: 'En endring av denne rollen venter på en annen person. Godkjenn den eller trekk den tilbake.',
      fr: 'Un changement de ce rôle attend une deuxième personne. Approuvez-le ou retirez-le.',
    },
  },
  LAST_ADMIN: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This is the last admin. Make another one first.',
      ar: 'هذا آخر مشرف. عيّن مشرفًا آخر أولًا.',
      no: 'Dette er den siste administratoren. Utnevn en ny først.',
      fr: 'C’est le dernier administrateur. Nommez-en un autre d’abord.',
    },
  },
});

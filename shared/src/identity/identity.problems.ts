import { defineProblems } from '../kernel/problem';

export const identityProblems = defineProblems({
  CREDENTIALS_WRONG: {
    status: 401,
    report: false,
    params: [],
    say: {
      en: 'Mail and password do not match an account.',
      ar: 'البريد وكلمة المرور لا يطابقان أي حساب.',
      no: 'E-post og passord passer ikke til noen konto.',
      fr: 'L’adresse et le mot de passe ne correspondent à aucun compte.',
    },
  },
  CODE_WRONG: {
    status: 401,
    report: false,
    params: [],
    say: {
      en: 'That code is not right. Use the six digits your app shows now.',
      ar: 'الرمز غير صحيح. استخدم الأرقام الستة الظاهرة الآن في التطبيق.',
      no: 'Koden stemmer ikke. Bruk de seks sifrene appen viser nå.',
      fr: 'Ce code n’est pas le bon. Utilisez les six chiffres affichés maintenant.',
    },
  },
  CODE_USED: {
    status: 401,
    report: false,
    params: ['seconds'],
    say: {
      en: 'This code was used. Wait for the next code, {seconds} s.',
      ar: 'استُخدم هذا الرمز. انتظر الرمز التالي، {seconds} ثانية.',
      no: 'Denne koden er brukt. Vent på neste kode, {seconds} s.',
      fr: 'Ce code a déjà servi. Attendez le prochain code, {seconds} s.',
    },
  },
  RECOVERY_CODE_WRONG: {
    status: 401,
    report: false,
    params: [],
    say: {
      en: 'That recovery code is not right or was used before.',
      ar: 'رمز الاسترداد غير صحيح أو استُخدم من قبل.',
      no: 'Gjenopprettingskoden stemmer ikke eller er brukt før.',
      fr: 'Ce code de secours est faux ou a déjà servi.',
    },
  },
  PASSWORD_TOO_SHORT: {
    status: 422,
    report: false,
    params: ['minimum'],
    say: {
      en: 'Use at least {minimum} characters. A few words in a row are easy to keep.',
      ar: 'استخدم {minimum} حرفًا على الأقل. بضع كلمات متتالية يسهل تذكّرها.',
      no: 'Bruk minst {minimum} tegn. Noen ord etter hverandre er lette å huske.',
      fr: 'Au moins {minimum} caractères. Quelques mots à la suite se retiennent bien.',
    },
  },
  PASSWORD_TOO_LONG: {
    status: 422,
    report: false,
    params: ['maximum'],
    say: {
      en: 'Use at most {maximum} characters.',
      ar: 'استخدم {maximum} حرفًا على الأكثر.',
      no: 'Bruk høyst {maximum} tegn.',
      fr: 'Au plus {maximum} caractères.',
    },
  },
  PASSWORD_KNOWN: {
    status: 422,
    report: false,
    params: [],
    say: {
      en: 'This password is known or easy to guess. Choose another one, for example four words that do not belong together.',
      ar: 'كلمة المرور هذه معروفة أو سهلة التخمين. اختر غيرها، مثل أربع كلمات لا علاقة بينها.',
      no: 'Passordet er kjent eller lett å gjette. Velg et annet, for eksempel fire ord som ikke hører sammen.',
      fr: 'Ce mot de passe est connu ou facile à deviner. Choisissez-en un autre, par exemple quatre mots sans lien.',
    },
  },
  PASSWORD_WRONG: {
    status: 401,
    report: false,
    params: [],
    say: {
      en: 'Your present password is not right.',
      ar: 'كلمة المرور الحالية غير صحيحة.',
      no: 'Det nåværende passordet stemmer ikke.',
      fr: 'Le mot de passe actuel est faux.',
    },
  },
  LINK_USED: {
    status: 410,
    report: false,
    params: [],
    say: {
      en: 'This link was used or is too old. Ask for a new one.',
      ar: 'استُخدم هذا الرابط أو انتهت صلاحيته. اطلب رابطًا جديدًا.',
      no: 'Lenken er brukt eller for gammel. Be om en ny.',
      fr: 'Ce lien a déjà servi ou a expiré. Demandez-en un nouveau.',
    },
  },
  NO_DRAFT: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'The key is too old. Begin again and scan the new code.',
      ar: 'انتهت صلاحية المفتاح. ابدأ من جديد وامسح الرمز الجديد.',
      no: 'Nøkkelen er for gammel. Begynn på nytt og skann den nye koden.',
      fr: 'La clé a expiré. Recommencez et scannez le nouveau code.',
    },
  },
  NO_FACTOR_YET: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Set up an authenticator app or a passkey first.',
      ar: 'فعّل تطبيق المصادقة أو مفتاح المرور أولًا.',
      no: 'Sett opp en autentiseringsapp eller en passnøkkel først.',
      fr: 'Configurez d’abord une application d’authentification ou une clé d’accès.',
    },
  },
  LAST_FACTOR: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This is your last factor. Add another one before you remove it.',
      ar: 'هذا آخر عامل تحقق لديك. أضف عاملًا آخر قبل إزالته.',
      no: 'Dette er din siste faktor. Legg til en annen før du fjerner den.',
      fr: 'C’est votre dernier facteur. Ajoutez-en un autre avant de le retirer.',
    },
  },
  PASSKEY_WRONG: {
    status: 401,
    report: false,
    params: [],
    say: {
      en: 'The passkey was not accepted. Try again, or use another factor.',
      ar: 'لم يُقبل مفتاح المرور. حاول مرة أخرى أو استخدم عاملًا آخر.',
      no: 'Passnøkkelen ble ikke godtatt. Prøv igjen, eller bruk en annen faktor.',
      fr: 'La clé d’accès n’a pas été acceptée. Réessayez ou utilisez un autre facteur.',
    },
  },
  PASSKEY_KNOWN: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This passkey is set up already.',
      ar: 'مفتاح المرور هذا مفعّل من قبل.',
      no: 'Denne passnøkkelen er satt opp fra før.',
      fr: 'Cette clé d’accès est déjà configurée.',
    },
  },
});

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
});

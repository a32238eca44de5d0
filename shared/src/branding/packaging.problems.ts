import { defineProblems } from '../kernel/problem';

export const packagingProblems = defineProblems({
  TOO_MANY_PACKAGING_SPECS: {
    status: 409,
    report: false,
    params: ['most'],
    say: {
      en: 'A company keeps at most {most} packaging specs. Archive one you no longer use.',
      ar: 'تحتفظ الشركة بما لا يزيد على {most} من مواصفات التغليف. أرشف واحدة لم تعد تستخدمها.',
      no: 'Et selskap kan ha høyst {most} emballasjespesifikasjoner. Arkiver en du ikke bruker lenger.',
      fr: 'Une société garde au plus {most} fiches d’emballage. Archivez-en une qui ne sert plus.',
    },
  },
  PACKAGING_NEEDS_DIELINE: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Choose the uploaded dieline this spec describes.',
      ar: 'اختر مخطط القص المرفوع الذي تصفه هذه المواصفة.',
      no: 'Velg den opplastede stanseformen som spesifikasjonen beskriver.',
      fr: 'Choisissez le tracé de découpe envoyé que cette fiche décrit.',
    },
  },
  PACKAGING_SIZE_DIFFERS: {
    status: 409,
    report: false,
    params: ['width', 'height'],
    say: {
      en: 'The uploaded page measures {width} × {height} mm. Correct the typed size or upload the right file.',
      ar: 'قياس الصفحة المرفوعة {width} × {height} مم. صحّح القياس المكتوب أو ارفع الملف الصحيح.',
      no: 'Den opplastede siden måler {width} × {height} mm. Rett målene eller last opp riktig fil.',
      fr: 'La page envoyée mesure {width} × {height} mm. Corrigez les dimensions ou envoyez le bon fichier.',
    },
  },
  PACKAGING_NOT_PRICED: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This packaging has no price in your currency yet. Ask us for a quote.',
      ar: 'لا سعر لهذا التغليف بعملتك بعد. اطلب منا عرض سعر.',
      no: 'Denne emballasjen har ingen pris i din valuta ennå. Be oss om et tilbud.',
      fr: 'Cet emballage n’a pas encore de prix dans votre devise. Demandez-nous un devis.',
    },
  },
  BRANDING_MINIMUM: {
    status: 409,
    report: false,
    params: ['spec', 'minimum', 'missing'],
    say: {
      en: '{spec}: this packaging starts at {minimum} pieces. Add {missing} or choose neutral pack.',
      ar: '{spec}: يبدأ هذا التغليف من {minimum} قطعة. أضف {missing} أو اختر تغليفًا محايدًا.',
      no: '{spec}: denne emballasjen starter på {minimum} stk. Legg til {missing} eller velg nøytral pakning.',
      fr: '{spec} : cet emballage commence à {minimum} pièces. Ajoutez-en {missing} ou choisissez un emballage neutre.',
    },
  },
});

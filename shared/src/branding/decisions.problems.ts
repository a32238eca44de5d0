import { defineProblems } from '../kernel/problem';

const plain = { status: 409, report: false, params: [] } as const;
export const decisionsProblems = defineProblems({
  APPROVAL_CHANGED: {
    ...plain,
    say: {
      en: 'What you would sign has changed since you read it. Read it again.',
      ar: 'تغيّر ما كنت ستوقّعه منذ أن قرأته. اقرأه من جديد.',
      no: 'Det du skulle signere, er endret siden du leste det. Les det på nytt.',
      fr: 'Ce que vous alliez signer a changé depuis votre lecture. Relisez-le.',
    },
  },
  APPROVAL_GIVEN: {
    ...plain,
    say: {
      en: 'You have approved this version already. It waits for another person.',
      ar: 'سبق أن اعتمدت هذه البروفة، وهي بانتظار شخص آخر.',
      no: 'Du har allerede godkjent denne versjonen. Den venter på en annen person.',
      fr: 'Vous avez déjà approuvé cette version. Elle attend une autre personne.',
    },
  },
  APPROVAL_NEEDS_PACKAGING: {
    ...plain,
    say: {
      en: 'The brief names no packaging spec, so nothing says how this is produced. Ask for changes and choose one.',
      ar: 'لا يحدد الموجز مواصفة تغليف، فلا شيء يبيّن طريقة الإنتاج. اطلب تعديلًا واختر مواصفة.',
      no: 'Oppdraget nevner ingen emballasjespesifikasjon, så ingenting sier hvordan dette lages. Be om endringer og velg en.',
      fr: 'Le brief ne nomme aucune fiche d’emballage : rien ne dit comment produire. Demandez une modification et choisissez-en une.',
    },
  },
  CHECKLIST_OPEN: {
    ...plain,
    params: ['count'],
    say: {
      en: 'Tick everything you have checked first ({count} left).',
      ar: 'أكّد أولًا كل ما راجعته (تبقّى {count}).',
      no: 'Kryss av alt du har kontrollert først ({count} gjenstår).',
      fr: 'Cochez d’abord tout ce que vous avez vérifié (reste {count}).',
    },
  },
  OPEN_NOTES_DIFFER: {
    ...plain,
    params: ['count'],
    say: {
      en: 'Accept each open note that stands before you approve ({count}).',
      ar: 'اقبل كل ملاحظة مفتوحة قائمة قبل الاعتماد ({count}).',
      no: 'Godta hver åpne merknad som står, før du godkjenner ({count}).',
      fr: 'Acceptez chaque note ouverte avant d’approuver ({count}).',
    },
  },
  CHANGES_EMPTY: {
    ...plain,
    say: {
      en: 'Say what is to change: put a note on the version, or write a text.',
      ar: 'وضّح ما يجب تغييره: ضع ملاحظة على البروفة أو اكتب نصًا.',
      no: 'Si hva som skal endres: sett en merknad på versjonen, eller skriv en tekst.',
      fr: 'Dites ce qui doit changer : posez une note sur la version ou écrivez un texte.',
    },
  },
  SPEC_OWN_CHECK: {
    ...plain,
    say: {
      en: 'Whoever made the proof does not check its spec. Ask a second person.',
      ar: 'من أعدّ البروفة لا يفحص مواصفتها. اطلب ذلك من شخص ثانٍ.',
      no: 'Den som laget korrekturen, kontrollerer ikke spesifikasjonen. Be en annen person.',
      fr: 'Qui a fait l’épreuve ne contrôle pas sa fiche. Demandez à une deuxième personne.',
    },
  },
  SPEC_CHANGED: {
    ...plain,
    report: true,
    say: {
      en: 'File, packaging or approval no longer match what was signed. Nothing is locked.',
      ar: 'لم يعد الملف أو التغليف أو الاعتماد مطابقًا لما وُقّع. لم يُقفل شيء.',
      no: 'Fil, emballasje eller godkjenning stemmer ikke lenger med det som ble signert. Ingenting er låst.',
      fr: 'Le fichier, l’emballage ou l’approbation ne correspond plus à ce qui a été signé. Rien n’est verrouillé.',
    },
  },
});

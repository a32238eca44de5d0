import { defineProblems } from '../kernel/problem';

export const privacyProblems = defineProblems({
  POLICY_MOVED_ON: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Another version was published meanwhile. Reload, compare, and publish again.',
      ar: 'نُشرت نسخة أخرى في هذه الأثناء. أعد التحميل وقارن ثم انشر من جديد.',
      no: 'En annen versjon ble publisert i mellomtiden. Last inn på nytt, sammenlign, og publiser igjen.',
      fr: 'Une autre version a été publiée entre-temps. Rechargez, comparez, puis publiez de nouveau.',
    },
  },
  POLICY_UNCHANGED: {
    status: 422,
    report: false,
    params: [],
    say: {
      en: 'These texts are the version in force. Change something before you publish.',
      ar: 'هذه النصوص هي النسخة السارية. غيّر شيئًا قبل النشر.',
      no: 'Disse tekstene er versjonen som gjelder. Endre noe før du publiserer.',
      fr: 'Ces textes sont la version en vigueur. Modifiez quelque chose avant de publier.',
    },
  },
  POLICY_UNEVEN: {
    status: 422,
    report: false,
    params: ['line'],
    say: {
      en: 'The four languages part at paragraph {line}: each needs the same headings and paragraphs in the same order.',
      ar: 'تختلف اللغات الأربع عند الفقرة {line}: تحتاج كلها إلى العناوين والفقرات نفسها بالترتيب نفسه.',
      no: 'De fire språkene skiller lag ved avsnitt {line}: alle trenger de samme overskriftene og avsnittene i samme rekkefølge.',
      fr: 'Les quatre langues divergent au paragraphe {line} : il faut les mêmes titres et paragraphes dans le même ordre.',
    },
  },
});

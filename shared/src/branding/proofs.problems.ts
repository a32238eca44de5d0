import { defineProblems } from '../kernel/problem';

const plain = { status: 409, report: false, params: [] } as const;
export const proofsProblems = defineProblems({
  PROOF_OPEN: {
    ...plain,
    say: {
      en: 'A version is still in work. Finish it before you begin the next.',
      ar: 'هناك بروفة قيد العمل. أنهها قبل بدء التالية.',
      no: 'En versjon er fortsatt under arbeid. Gjør den ferdig før du begynner på neste.',
      fr: 'Une version est encore en cours. Terminez-la avant de commencer la suivante.',
    },
  },
  PROOF_WITH_TRADER: {
    ...plain,
    say: {
      en: 'The trader still has a version to decide on. This one can go once he has answered.',
      ar: 'لدى التاجر نسخة لم يبتّ فيها بعد. تُرسل هذه بعد أن يرد.',
      no: 'Forhandleren har fortsatt en versjon å ta stilling til. Denne kan sendes når han har svart.',
      fr: 'Le commerçant a encore une version à décider. Celle-ci pourra partir quand il aura répondu.',
    },
  },
  PROOF_FILE_NOT_READY: {
    ...plain,
    say: {
      en: 'The file of the proof is not checked yet, or it failed. Choose one that is ready.',
      ar: 'لم يُفحص ملف البروفة بعد أو لم يجتز الفحص. اختر ملفًا جاهزًا.',
      no: 'Filen til korrekturen er ikke kontrollert ennå, eller den ble avvist. Velg en som er klar.',
      fr: 'Le fichier de l’épreuve n’est pas encore contrôlé ou a échoué. Choisissez-en un prêt.',
    },
  },
  PROOF_TODOS_OPEN: {
    ...plain,
    params: ['count'],
    say: {
      en: 'Tick the open to-dos first ({count}).',
      ar: 'أنجز المهام المفتوحة أولًا ({count}).',
      no: 'Kryss av de åpne oppgavene først ({count}).',
      fr: 'Cochez d’abord les tâches ouvertes ({count}).',
    },
  },
  PROOF_OWN_GATE: {
    ...plain,
    say: {
      en: 'Whoever made a version does not send it out. Ask the gatekeeper.',
      ar: 'من أعدّ البروفة لا يرسلها. اطلب ذلك من المراجع.',
      no: 'Den som laget en versjon, sender den ikke ut. Spør portvakten.',
      fr: 'Qui a fait une version ne l’envoie pas. Demandez au relecteur.',
    },
  },
  PROOF_LOCKED: {
    ...plain,
    say: {
      en: 'This version is closed. Write on the newest one.',
      ar: 'أُغلقت هذه البروفة. اكتب على الأحدث.',
      no: 'Denne versjonen er lukket. Skriv på den nyeste.',
      fr: 'Cette version est close. Écrivez sur la plus récente.',
    },
  },
  NOTE_OFF_PAGE: {
    ...plain,
    say: {
      en: 'A note stands outside its page. Move it onto the page.',
      ar: 'هناك ملاحظة خارج الصفحة. انقلها إلى داخلها.',
      no: 'En merknad står utenfor siden. Flytt den inn på siden.',
      fr: 'Une note est hors de sa page. Déplacez-la sur la page.',
    },
  },
  NOTE_IS_FIXED: {
    ...plain,
    say: {
      en: 'Somebody has answered this note or works on it. Write a reply instead.',
      ar: 'تم الرد على هذه الملاحظة أو يجري العمل عليها. اكتب ردًا بدلًا من ذلك.',
      no: 'Noen har svart på denne merknaden eller arbeider med den. Skriv et svar i stedet.',
      fr: 'Quelqu’un a répondu à cette note ou y travaille. Écrivez plutôt une réponse.',
    },
  },
  TOO_MANY_NOTES: {
    ...plain,
    params: ['limit'],
    say: {
      en: 'This version has {limit} notes. Answer them before you add more.',
      ar: 'تحمل هذه البروفة {limit} ملاحظة. أجب عنها قبل إضافة المزيد.',
      no: 'Denne versjonen har {limit} merknader. Besvar dem før du legger til flere.',
      fr: 'Cette version porte {limit} notes. Répondez-y avant d’en ajouter.',
    },
  },
  NOTES_NOT_OPEN: {
    ...plain,
    say: {
      en: 'One of these notes is no longer open. Reload and choose again.',
      ar: 'إحدى هذه الملاحظات لم تعد مفتوحة. أعد التحميل واختر من جديد.',
      no: 'En av disse merknadene er ikke lenger åpen. Last på nytt og velg igjen.',
      fr: 'L’une de ces notes n’est plus ouverte. Rechargez et choisissez de nouveau.',
    },
  },
});

import { defineProblems } from '../kernel/problem';

export const assetProblems = defineProblems({
  UPLOADS_RUNNING: {
    status: 409,
    report: false,
    params: ['limit'],
    say: {
      en: '{limit} files are being uploaded. Wait until one is done, or remove an unfinished one.',
      ar: 'يجري رفع {limit} من الملفات. انتظر حتى يكتمل أحدها أو احذف ملفًا غير مكتمل.',
      no: '{limit} filer lastes opp. Vent til en er ferdig, eller fjern en uferdig.',
      fr: '{limit} fichiers sont en cours d’envoi. Attendez la fin de l’un d’eux ou retirez-en un inachevé.',
    },
  },
  ASSET_QUOTA_FILES: {
    status: 409,
    report: false,
    params: ['limit'],
    say: {
      en: 'Your company keeps {limit} files, which is the most. Write to us if you need more.',
      ar: 'تحتفظ شركتك بعدد {limit} من الملفات وهو الحد الأقصى. راسلنا إن احتجت إلى المزيد.',
      no: 'Selskapet har {limit} filer, og det er grensen. Skriv til oss om du trenger flere.',
      fr: 'Votre société garde {limit} fichiers, c’est le maximum. Écrivez-nous s’il en faut plus.',
    },
  },
  ASSET_QUOTA_BYTES: {
    status: 409,
    report: false,
    params: ['freeMb', 'limitMb'],
    say: {
      en: 'This file does not fit: {freeMb} MB of {limitMb} MB are free. Upload a smaller one, or write to us.',
      ar: 'لا يتسع المكان لهذا الملف: المتاح {freeMb} م.ب من {limitMb} م.ب. ارفع ملفًا أصغر أو راسلنا.',
      no: 'Filen får ikke plass: {freeMb} MB av {limitMb} MB er ledig. Last opp en mindre, eller skriv til oss.',
      fr: 'Ce fichier ne tient pas : {freeMb} Mo libres sur {limitMb} Mo. Envoyez-en un plus petit ou écrivez-nous.',
    },
  },
  UPLOAD_CHUNK_WRONG: {
    status: 422,
    report: false,
    params: ['part'],
    say: {
      en: 'Part {part} of the file arrived damaged. Send it again.',
      ar: 'وصل الجزء {part} من الملف تالفًا. أرسله مرة أخرى.',
      no: 'Del {part} av filen kom skadet frem. Send den på nytt.',
      fr: 'La partie {part} du fichier est arrivée abîmée. Renvoyez-la.',
    },
  },
  UPLOAD_CHUNK_DIFFERS: {
    status: 409,
    report: false,
    params: ['part'],
    say: {
      en: 'Part {part} is there with other content: this is another file. Remove the unfinished upload and begin again.',
      ar: 'الجزء {part} موجود بمحتوى آخر: هذا ملف مختلف. احذف الرفع غير المكتمل وابدأ من جديد.',
      no: 'Del {part} ligger der med annet innhold: dette er en annen fil. Fjern den uferdige opplastingen og begynn på nytt.',
      fr: 'La partie {part} existe avec un autre contenu : c’est un autre fichier. Retirez l’envoi inachevé et recommencez.',
    },
  },
  UPLOAD_INCOMPLETE: {
    status: 409,
    report: false,
    params: ['missing'],
    say: {
      en: 'Parts that are still missing: {missing}. Send them, then finish.',
      ar: 'عدد الأجزاء الناقصة: {missing}. أرسلها ثم أنهِ الرفع.',
      no: 'Deler som fortsatt mangler: {missing}. Send dem, og fullfør så.',
      fr: 'Parties encore manquantes : {missing}. Envoyez-les, puis terminez.',
    },
  },
  UPLOAD_FINISHED: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This file is whole already. Reload the page to see it.',
      ar: 'اكتمل رفع هذا الملف. أعد تحميل الصفحة لرؤيته.',
      no: 'Filen er allerede hel. Last siden på nytt for å se den.',
      fr: 'Ce fichier est déjà complet. Rechargez la page pour le voir.',
    },
  },
  RIGHTS_CHANGED: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'The statement about rights has changed. Reload the page, read it and tick it again.',
      ar: 'تغير نص إقرار الحقوق. أعد تحميل الصفحة واقرأه ثم أكّده من جديد.',
      no: 'Erklæringen om rettigheter er endret. Last siden på nytt, les den og kryss av igjen.',
      fr: 'La déclaration de droits a changé. Rechargez la page, lisez-la et cochez-la à nouveau.',
    },
  },
});

import { defineProblems } from '../kernel/problem';

export const applicationProblems = defineProblems({
  APPLICATION_NONE: {
    status: 404,
    report: false,
    params: [],
    say: {
      en: 'There is no application here.',
      ar: 'لا يوجد طلب هنا.',
      no: 'Her er det ingen søknad.',
      fr: 'Il n’y a pas de demande ici.',
    },
  },
  APPLICATION_LOCKED: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This part is with the reviewer or accepted. Change what is asked for.',
      ar: 'هذا البند قيد المراجعة أو مقبول. عدّل ما طُلب منك فقط.',
      no: 'Denne delen er til vurdering eller godtatt. Endre det du er bedt om.',
      fr: 'Cette partie est à l’examen ou acceptée. Modifiez ce qui est demandé.',
    },
  },
  APPLICATION_INCOMPLETE: {
    status: 409,
    report: false,
    params: ['count'],
    say: {
      en: 'Finish the open parts of the list ({count}).',
      ar: 'أكمل البنود الناقصة في القائمة ({count}).',
      no: 'Gjør ferdig de åpne delene av listen ({count}).',
      fr: 'Terminez les parties ouvertes de la liste ({count}).',
    },
  },
  TERMS_NOT_ACCEPTED: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Accept the trade terms and the agreement on recipients’ data first.',
      ar: 'اقبل أولًا شروط التجارة واتفاقية بيانات المستلمين.',
      no: 'Godta først handelsvilkårene og avtalen om mottakernes data.',
      fr: 'Acceptez d’abord les conditions commerciales et l’accord sur les données des destinataires.',
    },
  },
  TERMS_CHANGED: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'The terms have a new version. Reload the page, read it and accept it.',
      ar: 'صدرت نسخة جديدة من الشروط. أعد تحميل الصفحة واقرأها ثم اقبلها.',
      no: 'Vilkårene har en ny versjon. Last siden på nytt, les den og godta den.',
      fr: 'Les conditions ont une nouvelle version. Rechargez la page, lisez-la et acceptez-la.',
    },
  },
  APPLICATION_OPEN: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'An application is open already. Go on with it.',
      ar: 'لديك طلب مفتوح بالفعل. تابِعه.',
      no: 'En søknad er allerede åpen. Fortsett med den.',
      fr: 'Une demande est déjà ouverte. Poursuivez-la.',
    },
  },
  APPLICATION_WAITS: {
    status: 409,
    report: false,
    params: ['date'],
    say: {
      en: 'You can apply again from {date}.',
      ar: 'يمكنك التقديم مجددًا ابتداءً من {date}.',
      no: 'Du kan søke på nytt fra {date}.',
      fr: 'Vous pourrez refaire une demande à partir du {date}.',
    },
  },
  APPLICATION_CLAIMED: {
    status: 409,
    report: false,
    params: ['name'],
    say: {
      en: '{name} is reviewing this application. Take the next one, or wait until it is handed back.',
      ar: '{name} يراجع هذا الطلب. انتقل إلى الطلب التالي أو انتظر حتى يُعاد.',
      no: '{name} vurderer denne søknaden. Ta den neste, eller vent til den er levert tilbake.',
      fr: '{name} examine cette demande. Prenez la suivante, ou attendez qu’elle soit rendue.',
    },
  },
  APPLICATION_ITEMS_OPEN: {
    status: 409,
    report: false,
    params: ['count'],
    say: {
      en: 'Items that wait for a verdict: {count}.',
      ar: 'بنود تنتظر القرار: {count}.',
      no: 'Punkter som venter på avgjørelse: {count}.',
      fr: 'Points en attente d’une décision : {count}.',
    },
  },
  APPLICATION_ITEMS_ASKED: {
    status: 409,
    report: false,
    params: ['count'],
    say: {
      en: 'Items with a change asked: {count}. Send the application back first.',
      ar: 'بنود طُلب تعديلها: {count}. أعد الطلب إلى مقدمه أولًا.',
      no: 'Punkter der endring er bedt om: {count}. Send søknaden tilbake først.',
      fr: 'Points à modifier : {count}. Renvoyez d’abord la demande.',
    },
  },
  APPLICATION_NOTHING_ASKED: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Ask for a change on at least one item first.',
      ar: 'اطلب أولًا تعديل بند واحد على الأقل.',
      no: 'Be først om endring på minst ett punkt.',
      fr: 'Demandez d’abord une modification sur un point au moins.',
    },
  },
  DOCUMENT_NOT_READABLE: {
    status: 422,
    report: false,
    params: [],
    say: {
      en: 'The file cannot be opened. Save it again as PDF, JPEG or PNG and upload it.',
      ar: 'تعذّر فتح الملف. احفظه من جديد بصيغة PDF أو JPEG أو PNG ثم ارفعه.',
      no: 'Filen kan ikke åpnes. Lagre den på nytt som PDF, JPEG eller PNG, og last den opp.',
      fr: 'Le fichier ne s’ouvre pas. Enregistrez-le de nouveau en PDF, JPEG ou PNG et déposez-le.',
    },
  },
  DOCUMENT_ACTIVE: {
    status: 422,
    report: false,
    params: [],
    say: {
      en: 'The PDF holds scripts or other files. Print it to a new PDF and upload that.',
      ar: 'يحتوي ملف PDF على برامج أو ملفات أخرى. اطبعه إلى ملف PDF جديد وارفعه.',
      no: 'PDF-en har skript eller andre filer i seg. Skriv den ut til en ny PDF, og last opp den.',
      fr: 'Le PDF contient des scripts ou d’autres fichiers. Imprimez-le dans un nouveau PDF et déposez-le.',
    },
  },
  DOCUMENT_LOCKED: {
    status: 422,
    report: false,
    params: [],
    say: {
      en: 'The PDF is protected by a password. Save it without one and upload it.',
      ar: 'ملف PDF محمي بكلمة مرور. احفظه بدونها ثم ارفعه.',
      no: 'PDF-en er beskyttet med passord. Lagre den uten, og last den opp.',
      fr: 'Le PDF est protégé par un mot de passe. Enregistrez-le sans et déposez-le.',
    },
  },
  DOCUMENT_TOO_LONG: {
    status: 422,
    report: false,
    params: ['pages', 'limit'],
    say: {
      en: 'The file has {pages} pages; at most {limit}. Upload the pages that matter.',
      ar: 'في الملف {pages} صفحة والحد الأقصى {limit}. ارفع الصفحات المهمة فقط.',
      no: 'Filen har {pages} sider; høyst {limit}. Last opp sidene som betyr noe.',
      fr: 'Le fichier a {pages} pages ; au plus {limit}. Déposez les pages utiles.',
    },
  },
  DOCUMENT_TOO_SMALL: {
    status: 422,
    report: false,
    params: [],
    say: {
      en: 'The picture is too small to read. Take it again from closer, at least 600 pixels wide.',
      ar: 'الصورة أصغر من أن تُقرأ. صوّرها من مسافة أقرب بعرض 600 بكسل على الأقل.',
      no: 'Bildet er for lite til å leses. Ta det på nytt nærmere, minst 600 piksler bredt.',
      fr: 'L’image est trop petite. Reprenez-la de plus près, 600 pixels de large au moins.',
    },
  },
});

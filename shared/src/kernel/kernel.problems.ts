import { defineProblems } from './problem';

/** Problems any endpoint can answer. */
export const kernelProblems = defineProblems({
  NOT_SIGNED_IN: {
    status: 401,
    report: false,
    params: [],
    say: {
      en: 'Sign in to continue. What you typed is kept.',
      ar: 'سجّل الدخول للمتابعة. ما كتبته محفوظ.',
      no: 'Logg inn for å fortsette. Det du skrev, er tatt vare på.',
      fr: 'Connectez-vous pour continuer. Votre saisie est conservée.',
    },
  },
  SECOND_FACTOR_REQUIRED: {
    status: 401,
    report: false,
    params: [],
    say: {
      en: 'Enter the code from your authenticator app.',
      ar: 'أدخل الرمز من تطبيق المصادقة.',
      no: 'Skriv inn koden fra autentiseringsappen.',
      fr: 'Saisissez le code de votre application d’authentification.',
    },
  },
  NOT_ALLOWED: {
    status: 403,
    report: false,
    params: [],
    say: {
      en: 'Your role does not include this. Ask the owner of the account.',
      ar: 'دورك لا يشمل هذا الإجراء. اطلبه من مالك الحساب.',
      no: 'Rollen din omfatter ikke dette. Spør kontoeieren.',
      fr: 'Votre rôle ne le permet pas. Adressez-vous au titulaire du compte.',
    },
  },
  FRESH_CODE_REQUIRED: {
    status: 403,
    report: false,
    params: [],
    say: {
      en: 'Enter a fresh code from your authenticator app to confirm.',
      ar: 'أدخل رمزًا جديدًا من تطبيق المصادقة للتأكيد.',
      no: 'Skriv inn en ny kode fra autentiseringsappen for å bekrefte.',
      fr: 'Saisissez un nouveau code de votre application pour confirmer.',
    },
  },
  NOT_FOUND: {
    status: 404,
    report: false,
    params: [],
    say: {
      en: 'This does not exist, or it is not yours.',
      ar: 'هذا غير موجود أو لا يخصك.',
      no: 'Dette finnes ikke, eller det er ikke ditt.',
      fr: 'Cet élément n’existe pas ou ne vous appartient pas.',
    },
  },
  UNREADABLE: {
    status: 400,
    report: false,
    params: [],
    say: {
      en: 'The request could not be read. Reload the page and try again.',
      ar: 'تعذّرت قراءة الطلب. أعد تحميل الصفحة وحاول مرة أخرى.',
      no: 'Forespørselen kunne ikke leses. Last siden på nytt og prøv igjen.',
      fr: 'La requête est illisible. Rechargez la page et réessayez.',
    },
  },
  FIELDS_INVALID: {
    status: 422,
    report: false,
    params: ['count'],
    say: {
      en: 'Check the marked fields ({count}).',
      ar: 'راجع الحقول المعلّمة ({count}).',
      no: 'Se over feltene som er merket ({count}).',
      fr: 'Vérifiez les champs signalés ({count}).',
    },
  },
  WRONG_STATE: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This has moved on and the step no longer applies. Reload to see where it stands.',
      ar: 'تغيّرت الحالة ولم تعد هذه الخطوة ممكنة. أعد التحميل لمعرفة الوضع الحالي.',
      no: 'Saken har gått videre, og steget gjelder ikke lenger. Last på nytt for å se status.',
      fr: 'L’état a changé et cette étape n’est plus possible. Rechargez pour voir où cela en est.',
    },
  },
  STALE_RECORD: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Somebody changed this in the meantime. Reload, then make your change again.',
      ar: 'عدّل شخص آخر هذا في الأثناء. أعد التحميل ثم كرّر تعديلك.',
      no: 'Noen har endret dette i mellomtiden. Last på nytt og gjør endringen igjen.',
      fr: 'Cet élément a été modifié entre-temps. Rechargez puis refaites votre modification.',
    },
  },
  VERSION_REQUIRED: {
    status: 428,
    report: false,
    params: [],
    say: {
      en: 'The version you edited is missing (If-Match). Reload and try again.',
      ar: 'رقم النسخة التي عدّلتها مفقود (If-Match). أعد التحميل وحاول مرة أخرى.',
      no: 'Versjonen du redigerte, mangler (If-Match). Last på nytt og prøv igjen.',
      fr: 'La version modifiée manque (If-Match). Rechargez et réessayez.',
    },
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    report: false,
    params: [],
    say: {
      en: 'Send an Idempotency-Key so that a repeated call does nothing twice.',
      ar: 'أرسل Idempotency-Key حتى لا يُنفَّذ الطلب المكرر مرتين.',
      no: 'Send en Idempotency-Key, så et gjentatt kall ikke gjør noe to ganger.',
      fr: 'Envoyez une Idempotency-Key pour qu’un appel répété n’agisse pas deux fois.',
    },
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    report: false,
    params: [],
    say: {
      en: 'This key was used for a different request. Send a new key.',
      ar: 'استُخدم هذا المفتاح لطلب مختلف. أرسل مفتاحًا جديدًا.',
      no: 'Denne nøkkelen er brukt til en annen forespørsel. Send en ny nøkkel.',
      fr: 'Cette clé a servi à une autre requête. Envoyez une nouvelle clé.',
    },
  },
  CROSS_SITE: {
    status: 403,
    report: false,
    params: [],
    say: {
      en: 'This request came from another site and was refused.',
      ar: 'جاء هذا الطلب من موقع آخر ورُفض.',
      no: 'Forespørselen kom fra et annet nettsted og ble avvist.',
      fr: 'Cette requête provient d’un autre site et a été refusée.',
    },
  },
  TOO_MANY_TRIES: {
    status: 429,
    report: false,
    params: ['seconds'],
    say: {
      en: 'Too many tries. Wait {seconds} s, then try again.',
      ar: 'محاولات كثيرة. انتظر {seconds} ثانية ثم حاول مرة أخرى.',
      no: 'For mange forsøk. Vent {seconds} s og prøv igjen.',
      fr: 'Trop d’essais. Attendez {seconds} s puis réessayez.',
    },
  },
  TOO_LARGE: {
    status: 413,
    report: false,
    params: ['limitMb'],
    say: {
      en: 'The file is larger than {limitMb} MB. Send a smaller one.',
      ar: 'الملف أكبر من {limitMb} ميغابايت. أرسل ملفًا أصغر.',
      no: 'Filen er større enn {limitMb} MB. Send en mindre fil.',
      fr: 'Le fichier dépasse {limitMb} Mo. Envoyez-en un plus petit.',
    },
  },
  WRONG_FILE_TYPE: {
    status: 415,
    report: false,
    params: ['types'],
    say: {
      en: 'This kind of file is not accepted here. Send {types}.',
      ar: 'هذا النوع من الملفات غير مقبول هنا. أرسل {types}.',
      no: 'Denne filtypen tas ikke imot her. Send {types}.',
      fr: 'Ce type de fichier n’est pas accepté ici. Envoyez {types}.',
    },
  },
  UNEXPECTED: {
    status: 500,
    report: true,
    params: [],
    say: {
      en: 'Something failed on our side. Nothing was changed. Try again, or send us the request number.',
      ar: 'حدث خلل لدينا ولم يتغيّر شيء. حاول مرة أخرى أو أرسل لنا الرقم التقني.',
      no: 'Noe sviktet hos oss. Ingenting ble endret. Prøv igjen, eller send oss forespørselsnummeret.',
      fr: 'Une erreur est survenue chez nous. Rien n’a été modifié. Réessayez ou envoyez-nous le numéro de requête.',
    },
  },
  BUSY: {
    status: 503,
    report: true,
    params: [],
    say: {
      en: 'This service is busy or restarting. Try again in a few seconds.',
      ar: 'الخدمة مشغولة أو يعاد تشغيلها. حاول بعد ثوانٍ.',
      no: 'Tjenesten er opptatt eller starter på nytt. Prøv igjen om noen sekunder.',
      fr: 'Le service est occupé ou redémarre. Réessayez dans quelques secondes.',
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

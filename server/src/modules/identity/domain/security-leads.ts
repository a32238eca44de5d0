import type { WordsFor } from '@qafila/shared/kernel/rule';
import type { SecurityMail } from './security-subjects';

export const SECURITY_LEADS: WordsFor<SecurityMail> = {
  registration: {
    en: 'Follow the link to open an account for your company. If you did not ask for it, delete this mail: nothing happens.',
    ar: 'اتبع الرابط لفتح حساب لشركتك. إن لم تطلب ذلك فاحذف هذه الرسالة ولن يحدث شيء.',
    no: 'Følg lenken for å åpne en konto for selskapet ditt. Har du ikke bedt om det, sletter du e-posten: ingenting skjer.',
    fr: 'Suivez le lien pour ouvrir un compte pour votre société. Si vous n’avez rien demandé, supprimez ce message : rien ne se passera.',
  },
  password_reset: {
    en: 'Follow the link to choose a new password. Your second factor stays as it is. If you did not ask for it, delete this mail.',
    ar: 'اتبع الرابط لاختيار كلمة مرور جديدة، ويبقى عامل التحقق الثاني كما هو. إن لم تطلب ذلك فاحذف هذه الرسالة.',
    no: 'Følg lenken for å velge et nytt passord. Den andre faktoren er som før. Har du ikke bedt om det, sletter du e-posten.',
    fr: 'Suivez le lien pour choisir un nouveau mot de passe. Votre second facteur ne change pas. Si vous n’avez rien demandé, supprimez ce message.',
  },
  email_change: {
    en: 'Follow the link to use this address for your account from now on.',
    ar: 'اتبع الرابط لاستخدام هذا البريد لحسابك من الآن.',
    no: 'Følg lenken for å bruke denne adressen for kontoen din fra nå av.',
    fr: 'Suivez le lien pour utiliser désormais cette adresse pour votre compte.',
  },
  unlock: {
    en: 'Somebody typed a wrong password twenty times. The link opens sign-in again. A device you used before works as always.',
    ar: 'أُدخلت كلمة مرور خاطئة عشرين مرة. يفتح الرابط تسجيل الدخول من جديد، وأي جهاز استخدمته من قبل يعمل كالمعتاد.',
    no: 'Noen skrev feil passord tjue ganger. Lenken åpner innloggingen igjen. En enhet du har brukt før, virker som vanlig.',
    fr: 'Un mot de passe faux a été saisi vingt fois. Le lien rouvre la connexion. Un appareil déjà utilisé fonctionne comme d’habitude.',
  },
  lost_factor_ready: {
    en: 'The wait is over. Follow the link and sign in with your password; then set up a new second factor. All your sessions end.',
    ar: 'انتهت المهلة. اتبع الرابط وسجّل الدخول بكلمة المرور، ثم أعدّ عامل تحقق جديدًا. ستُغلق كل جلساتك.',
    no: 'Ventetiden er over. Følg lenken, logg inn med passordet, og sett opp en ny andre faktor. Alle øktene dine avsluttes.',
    fr: 'Le délai est écoulé. Suivez le lien et connectez-vous avec votre mot de passe, puis configurez un nouveau second facteur. Toutes vos sessions prennent fin.',
  },
  registration_known: {
    en: 'Somebody asked for a new account with this address. You have one: sign in, or ask for a new password. If it was not you, nothing has to be done.',
    ar: 'طُلب فتح حساب جديد بهذا البريد، ولديك حساب من قبل: سجّل الدخول أو اطلب كلمة مرور جديدة. إن لم تكن أنت فلا يلزمك شيء.',
    no: 'Noen ba om en ny konto med denne adressen. Du har en: logg inn, eller be om nytt passord. Var det ikke deg, trenger du ikke gjøre noe.',
    fr: 'Un nouveau compte a été demandé avec cette adresse. Vous en avez un : connectez-vous ou demandez un nouveau mot de passe. Si ce n’était pas vous, il n’y a rien à faire.',
  },
  email_taken: {
    en: 'Somebody asked to use this address for another account. It belongs to yours, so nothing was changed.',
    ar: 'طلب أحدهم استخدام هذا البريد لحساب آخر. البريد يخص حسابك، ولم يتغيّر شيء.',
    no: 'Noen ba om å bruke denne adressen for en annen konto. Den hører til din, så ingenting er endret.',
    fr: 'Quelqu’un a demandé à utiliser cette adresse pour un autre compte. Elle appartient au vôtre : rien n’a changé.',
  },
  enrolled: {
    en: 'From now on every sign-in asks for it. Keep the recovery codes where you find them without your phone.',
    ar: 'سيُطلب عند كل تسجيل دخول من الآن. احفظ رموز الاسترداد في مكان تصل إليه دون هاتفك.',
    no: 'Fra nå av kreves den ved hver innlogging. Oppbevar gjenopprettingskodene der du finner dem uten telefonen.',
    fr: 'Elle sera demandée à chaque connexion. Gardez les codes de secours là où vous les trouverez sans votre téléphone.',
  },
  password_changed: {
    en: 'Every other session was closed. If it was not you, ask for a new password now.',
    ar: 'أُغلقت كل الجلسات الأخرى. إن لم تكن أنت فاطلب كلمة مرور جديدة الآن.',
    no: 'Alle andre økter er lukket. Var det ikke deg, ber du om nytt passord nå.',
    fr: 'Toutes les autres sessions sont fermées. Si ce n’était pas vous, demandez un nouveau mot de passe maintenant.',
  },
  email_change_asked: {
    en: 'The change takes effect when the link in the new mailbox is followed. If it was not you, choose a new password with this link: it takes the change back.',
    ar: 'يسري التغيير عند فتح الرابط المرسل إلى البريد الجديد. إن لم تكن أنت فاختر كلمة مرور جديدة بهذا الرابط: يُلغى التغيير.',
    no: 'Endringen trer i kraft når lenken i den nye postkassen følges. Var det ikke deg, velger du nytt passord med denne lenken: da oppheves endringen.',
    fr: 'Le changement prendra effet quand le lien reçu à la nouvelle adresse sera suivi. Si ce n’était pas vous, choisissez un mot de passe avec ce lien : le changement sera annulé.',
  },
  email_changed: {
    en: 'Mails and sign-in use the new address from now on. If it was not you, answer the person who looks after your company at once.',
    ar: 'يُستخدم العنوان الجديد للرسائل ولتسجيل الدخول من الآن. إن لم تكن أنت فتواصل فورًا مع مسؤول حساب شركتك.',
    no: 'E-post og innlogging bruker den nye adressen fra nå av. Var det ikke deg, ta straks kontakt med den som følger opp selskapet ditt.',
    fr: 'Les messages et la connexion utilisent désormais la nouvelle adresse. Si ce n’était pas vous, contactez aussitôt la personne qui suit votre société.',
  },
  totp_replaced: {
    en: 'The app before no longer works. If it was not you, change your password and close all sessions.',
    ar: 'لم يعد التطبيق السابق صالحًا. إن لم تكن أنت فغيّر كلمة المرور وأغلق كل الجلسات.',
    no: 'Den forrige appen virker ikke lenger. Var det ikke deg, bytter du passord og lukker alle økter.',
    fr: 'L’application précédente ne fonctionne plus. Si ce n’était pas vous, changez de mot de passe et fermez toutes les sessions.',
  },
  totp_removed: {
    en: 'Your passkeys stay. If it was not you, change your password and close all sessions.',
    ar: 'تبقى مفاتيح المرور لديك. إن لم تكن أنت فغيّر كلمة المرور وأغلق كل الجلسات.',
    no: 'Passnøklene dine er der fortsatt. Var det ikke deg, bytter du passord og lukker alle økter.',
    fr: 'Vos clés d’accès restent. Si ce n’était pas vous, changez de mot de passe et fermez toutes les sessions.',
  },
  passkey_added: {
    en: 'It can sign in by itself. If it was not you, remove it and change your password.',
    ar: 'يمكن تسجيل الدخول به وحده. إن لم تكن أنت فأزله وغيّر كلمة المرور.',
    no: 'Den kan brukes til å logge inn alene. Var det ikke deg, fjerner du den og bytter passord.',
    fr: 'Elle suffit pour se connecter. Si ce n’était pas vous, retirez-la et changez de mot de passe.',
  },
  passkey_removed: {
    en: 'It no longer signs in. If it was not you, change your password and close all sessions.',
    ar: 'لم يعد صالحًا لتسجيل الدخول. إن لم تكن أنت فغيّر كلمة المرور وأغلق كل الجلسات.',
    no: 'Den kan ikke lenger brukes til å logge inn. Var det ikke deg, bytter du passord og lukker alle økter.',
    fr: 'Elle ne permet plus de se connecter. Si ce n’était pas vous, changez de mot de passe et fermez toutes les sessions.',
  },
  passkey_alarm: {
    en: 'Its counter went backwards, as that of a copy does. Remove this passkey, and set up a new one.',
    ar: 'تراجع عدّاده كما يحدث عند النسخ. أزل هذا المفتاح وأعدّ مفتاحًا جديدًا.',
    no: 'Telleren gikk bakover, slik den gjør på en kopi. Fjern denne passnøkkelen, og sett opp en ny.',
    fr: 'Son compteur a reculé, comme celui d’une copie. Retirez cette clé et configurez-en une nouvelle.',
  },
  recovery_codes_made: {
    en: 'The codes before no longer work. If it was not you, change your password and close all sessions.',
    ar: 'لم تعد الرموز السابقة صالحة. إن لم تكن أنت فغيّر كلمة المرور وأغلق كل الجلسات.',
    no: 'De forrige kodene virker ikke lenger. Var det ikke deg, bytter du passord og lukker alle økter.',
    fr: 'Les codes précédents ne fonctionnent plus. Si ce n’était pas vous, changez de mot de passe et fermez toutes les sessions.',
  },
  recovery_code_used: {
    en: 'If you lost your second factor, set up a new one. If it was not you, change your password now.',
    ar: 'إن فقدت عامل التحقق فأعدّ عاملًا جديدًا. وإن لم تكن أنت فغيّر كلمة المرور الآن.',
    no: 'Har du mistet den andre faktoren, setter du opp en ny. Var det ikke deg, bytter du passord nå.',
    fr: 'Si vous avez perdu votre second facteur, configurez-en un nouveau. Si ce n’était pas vous, changez de mot de passe maintenant.',
  },
  new_device: {
    en: 'Your account was opened on a device we have not seen before. If it was not you, close that session and change your password.',
    ar: 'فُتح حسابك على جهاز لم نعرفه من قبل. إن لم تكن أنت فأغلق تلك الجلسة وغيّر كلمة المرور.',
    no: 'Kontoen din ble åpnet på en enhet vi ikke har sett før. Var det ikke deg, lukker du den økten og bytter passord.',
    fr: 'Votre compte a été ouvert sur un appareil inconnu. Si ce n’était pas vous, fermez cette session et changez de mot de passe.',
  },
  session_alarm: {
    en: 'An old token of it was used again, as a stolen one would be. Sign in again; if you see devices you do not know, close them.',
    ar: 'أُعيد استخدام رمز قديم منها كما لو كان مسروقًا. سجّل الدخول من جديد، وأغلق أي جهاز لا تعرفه.',
    no: 'Et gammelt tegn for økten ble brukt igjen, slik et stjålet ville blitt. Logg inn på nytt, og lukk enheter du ikke kjenner.',
    fr: 'Un ancien jeton a été réutilisé, comme le serait un jeton volé. Reconnectez-vous et fermez les appareils que vous ne connaissez pas.',
  },
  lost_factor_opened: {
    en: 'Two of our staff look at it. If you can still sign in, do so: that ends the request.',
    ar: 'ينظر فيه اثنان من موظفينا. إن كنت تستطيع تسجيل الدخول فافعل، فذلك يلغي الطلب.',
    no: 'To av våre ansatte ser på saken. Kan du fortsatt logge inn, gjør det: det avslutter saken.',
    fr: 'Deux de nos collaborateurs l’examinent. Si vous pouvez encore vous connecter, faites-le : cela met fin à la demande.',
  },
  lost_factor_approved: {
    en: 'Until then the owner of the account can stop it by signing in with the second factor. A link follows after the wait.',
    ar: 'حتى ذلك الحين يستطيع صاحب الحساب إيقاف الطلب بتسجيل الدخول بعامل التحقق. يصلك رابط بعد انتهاء المهلة.',
    no: 'Frem til da kan kontoens eier stanse det ved å logge inn med den andre faktoren. En lenke kommer etter ventetiden.',
    fr: 'D’ici là, le titulaire du compte peut l’arrêter en se connectant avec son second facteur. Un lien suivra après le délai.',
  },
  lost_factor_refused: {
    en: 'We could not make sure that it is you. Your factors stay as they are. You can ask again.',
    ar: 'لم نتمكن من التأكد من هويتك. تبقى عوامل التحقق كما هي، ويمكنك الطلب مرة أخرى.',
    no: 'Vi kunne ikke forsikre oss om at det er deg. Faktorene dine er som før. Du kan spørre igjen.',
    fr: 'Nous n’avons pas pu nous assurer que c’était vous. Vos facteurs restent inchangés. Vous pouvez redemander.',
  },
  factor_checkup: {
    en: 'Four weeks have passed. Look whether your app or passkey and your recovery codes are at hand, and add another passkey if you can.',
    ar: 'مضت أربعة أسابيع. تأكد أن التطبيق أو مفتاح المرور ورموز الاسترداد في متناولك، وأضف مفتاح مرور آخر إن أمكن.',
    no: 'Det har gått fire uker. Se etter at appen eller passnøkkelen og gjenopprettingskodene er for hånden, og legg til en passnøkkel til om du kan.',
    fr: 'Quatre semaines ont passé. Vérifiez que votre application ou clé d’accès et vos codes de secours sont à portée, et ajoutez une autre clé si possible.',
  },
};

import { defineProblems } from '../kernel/problem';

/** Refusals about people, roles, limits and addresses of a company. */
export const membersProblems = defineProblems({
  GRANTS_TOO_MUCH: {
    status: 403,
    report: false,
    params: [],
    say: {
      en: 'You can give and take only rights that you have yourself. Ask an owner.',
      ar: 'لا تمنح ولا تسحب إلا الصلاحيات التي تملكها. اطلب ذلك من أحد المالكين.',
      no: 'Du kan bare gi og ta rettigheter du selv har. Spør en eier.',
      fr: 'Vous ne pouvez donner ou retirer que les droits que vous avez. Demandez à un propriétaire.',
    },
  },
  INVITED_ALREADY: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This mail is already invited or belongs to a member. Look in the list; a waiting invitation can be sent again.',
      ar: 'هذا البريد مدعوّ من قبل أو يخص أحد الأعضاء. راجع القائمة؛ يمكن إعادة إرسال دعوة معلّقة.',
      no: 'Denne e-posten er allerede invitert eller tilhører et medlem. Se listen; en ventende invitasjon kan sendes på nytt.',
      fr: 'Cette adresse est déjà invitée ou appartient à un membre. Voyez la liste ; une invitation en attente peut être renvoyée.',
    },
  },
  INVITATION_OVER: {
    status: 410,
    report: false,
    params: [],
    say: {
      en: 'This invitation was used, taken back or has expired. Ask the person who invited you for a new one.',
      ar: 'استُخدمت هذه الدعوة أو أُلغيت أو انتهت مدتها. اطلب دعوة جديدة ممن دعاك.',
      no: 'Denne invitasjonen er brukt, trukket tilbake eller utløpt. Be den som inviterte deg, om en ny.',
      fr: 'Cette invitation a été utilisée, annulée ou a expiré. Demandez-en une nouvelle à la personne qui vous a invité.',
    },
  },
  INVITATION_SIGN_IN: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'You already have an account with this mail. Sign in, then open the link again.',
      ar: 'لديك حساب بهذا البريد. سجّل الدخول ثم افتح الرابط من جديد.',
      no: 'Du har allerede en konto med denne e-posten. Logg inn og åpne lenken på nytt.',
      fr: 'Vous avez déjà un compte avec cette adresse. Connectez-vous, puis rouvrez le lien.',
    },
  },
  INVITATION_OTHER_MAIL: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'The invitation went to another mail than yours. Sign in with the account that has that mail.',
      ar: 'أُرسلت الدعوة إلى بريد غير بريدك. سجّل الدخول بالحساب الذي يحمل ذلك البريد.',
      no: 'Invitasjonen ble sendt til en annen e-post enn din. Logg inn med kontoen som har den e-posten.',
      fr: 'L’invitation a été envoyée à une autre adresse. Connectez-vous avec le compte qui porte cette adresse.',
    },
  },
  LAST_OWNER: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'A company keeps at least one active owner. Make somebody else an owner first.',
      ar: 'يجب أن يبقى للشركة مالك فعّال واحد على الأقل. اجعل شخصًا آخر مالكًا أولًا.',
      no: 'Et selskap har alltid minst én aktiv eier. Gjør noen andre til eier først.',
      fr: 'Une société garde au moins un propriétaire actif. Nommez d’abord un autre propriétaire.',
    },
  },
  MEMBER_ALREADY: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'You already belong to this company. Ask an owner to change your roles.',
      ar: 'أنت عضو في هذه الشركة. اطلب من أحد المالكين تغيير أدوارك.',
      no: 'Du hører allerede til dette selskapet. Be en eier om å endre rollene dine.',
      fr: 'Vous appartenez déjà à cette société. Demandez à un propriétaire de modifier vos rôles.',
    },
  },
  NOT_YOURSELF: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'You cannot do this to yourself. To go, use “Leave the company”.',
      ar: 'لا يمكنك فعل هذا لنفسك. للمغادرة استخدم «مغادرة الشركة».',
      no: 'Du kan ikke gjøre dette mot deg selv. Bruk «Forlat selskapet» for å slutte.',
      fr: 'Vous ne pouvez pas le faire pour vous-même. Pour partir, utilisez « Quitter la société ».',
    },
  },
  HAND_OVER_NEEDED: {
    status: 409,
    report: false,
    params: ['count'],
    say: {
      en: 'Choose an active member who takes over the open drafts ({count}).',
      ar: 'اختر عضوًا فعّالًا يتولى المسودات المفتوحة ({count}).',
      no: 'Velg et aktivt medlem som overtar de åpne utkastene ({count}).',
      fr: 'Choisissez un membre actif qui reprend les brouillons ouverts ({count}).',
    },
  },
  OWN_ROLE_UNKNOWN: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'A role you chose was deleted meanwhile. Reload and choose again.',
      ar: 'حُذف أحد الأدوار التي اخترتها. أعد التحميل واختر من جديد.',
      no: 'En rolle du valgte, er slettet i mellomtiden. Last på nytt og velg igjen.',
      fr: 'Un rôle choisi a été supprimé entre-temps. Rechargez et choisissez à nouveau.',
    },
  },
  ROLE_NAME_TAKEN: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Another role of the company has this name. Choose another.',
      ar: 'يوجد دور آخر بهذا الاسم في الشركة. اختر اسمًا آخر.',
      no: 'En annen rolle i selskapet har dette navnet. Velg et annet.',
      fr: 'Un autre rôle de la société porte ce nom. Choisissez-en un autre.',
    },
  },
  ROLE_IN_USE: {
    status: 409,
    report: false,
    params: ['count'],
    say: {
      en: 'Members or invitations have this role ({count}). Take it from them first.',
      ar: 'هذا الدور ممنوح لأعضاء أو دعوات ({count}). اسحبه منهم أولًا.',
      no: 'Medlemmer eller invitasjoner har denne rollen ({count}). Ta den fra dem først.',
      fr: 'Des membres ou des invitations ont ce rôle ({count}). Retirez-le d’abord.',
    },
  },
  TOO_MANY_ROLES: {
    status: 409,
    report: false,
    params: ['most'],
    say: {
      en: 'A company has at most {most} roles of its own. Delete one first.',
      ar: 'للشركة {most} أدوار خاصة على الأكثر. احذف واحدًا أولًا.',
      no: 'Et selskap har høyst {most} egne roller. Slett en først.',
      fr: 'Une société a au plus {most} rôles personnalisés. Supprimez-en un d’abord.',
    },
  },
  LIMIT_REACHED: {
    status: 409,
    report: false,
    params: ['limit', 'left', 'until'],
    say: {
      en: 'Your limit is {limit} until {until}; {left} is left. Make the order smaller, or ask an owner to place it or to raise your limit.',
      ar: 'حدّك {limit} حتى {until}، والمتبقي {left}. صغّر الطلب، أو اطلب من أحد المالكين إرساله أو رفع حدّك.',
      no: 'Grensen din er {limit} til {until}; {left} gjenstår. Gjør ordren mindre, eller be en eier sende den inn eller heve grensen.',
      fr: 'Votre plafond est de {limit} jusqu’au {until} ; il reste {left}. Réduisez la commande, ou demandez à un propriétaire de la passer ou de relever le plafond.',
    },
  },
  COMPANY_LIMIT_REACHED: {
    status: 409,
    report: false,
    params: ['limit', 'left', 'until'],
    say: {
      en: 'The company’s limit is {limit} until {until}; {left} is left. Make the order smaller, or let an owner raise the limit under “Company”.',
      ar: 'حدّ الشركة {limit} حتى {until}، والمتبقي {left}. صغّر الطلب، أو ليرفع أحد المالكين الحدّ من صفحة «الشركة».',
      no: 'Selskapets grense er {limit} til {until}; {left} gjenstår. Gjør ordren mindre, eller la en eier heve grensen under «Selskap».',
      fr: 'Le plafond de la société est de {limit} jusqu’au {until} ; il reste {left}. Réduisez la commande, ou un propriétaire relève le plafond sous « Société ».',
    },
  },
  ADDRESS_IS_DEFAULT: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'This is the default address. Make another one the default first.',
      ar: 'هذا هو العنوان الافتراضي. اجعل عنوانًا آخر افتراضيًا أولًا.',
      no: 'Dette er standardadressen. Velg en annen som standard først.',
      fr: 'C’est l’adresse par défaut. Choisissez-en d’abord une autre.',
    },
  },
  TOO_MANY_ADDRESSES: {
    status: 409,
    report: false,
    params: ['most'],
    say: {
      en: 'A company keeps at most {most} addresses. Remove one first.',
      ar: 'تحتفظ الشركة بـ{most} عنوانًا على الأكثر. أزل واحدًا أولًا.',
      no: 'Et selskap har høyst {most} adresser. Fjern en først.',
      fr: 'Une société garde au plus {most} adresses. Retirez-en une d’abord.',
    },
  },
});

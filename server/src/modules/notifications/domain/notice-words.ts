import type { Locale, Words } from '@qafila/shared/kernel/locale';
import type { ProblemParam } from '@qafila/shared/kernel/problem';
import { fillWithParams } from '@qafila/shared/kernel/shown-param';
import { type NoticeEvent, noticeEventSpec } from '@qafila/shared/notifications/notice-events';

type Params = Readonly<Record<string, ProblemParam>>;

/** The sentence of a notice in its reader's language. */
export const noticeSentence = (event: NoticeEvent, params: Params, locale: Locale): string =>
  fillWithParams(noticeEventSpec(event).say[locale], params, locale);

export const NOTICE_MAIL = {
  open: { en: 'Open in Qafila', ar: 'افتح في قافلة', no: 'Åpne i Qafila', fr: 'Ouvrir dans Qafila' },
  lead: {
    en: 'This happened in the account of {company}.',
    ar: 'حدث هذا في حساب {company}.',
    no: 'Dette skjedde i kontoen til {company}.',
    fr: 'Ceci s’est produit dans le compte de {company}.',
  },
  securityLead: {
    en: 'If this was not you, sign in and close your other sessions, then change your password.',
    ar: 'إن لم تكن أنت من فعل ذلك فسجّل الدخول وأغلق جلساتك الأخرى ثم غيّر كلمة المرور.',
    no: 'Var det ikke du, logg inn, avslutt de andre øktene dine og bytt passord.',
    fr: 'Si ce n’était pas vous, connectez-vous, fermez vos autres sessions, puis changez de mot de passe.',
  },
  foot: {
    en: 'You choose which of these mails you get under “Notices” in Qafila.',
    ar: 'يمكنك اختيار الرسائل التي تصلك من صفحة «الإشعارات» في قافلة.',
    no: 'Du velger hvilke av disse e-postene du får, under «Varsler» i Qafila.',
    fr: 'Vous choisissez ces messages dans « Notifications » de Qafila.',
  },
  securityFoot: {
    en: 'Mails about the safety of your account cannot be switched off.',
    ar: 'لا يمكن إيقاف رسائل أمان الحساب.',
    no: 'E-post om kontosikkerheten kan ikke slås av.',
    fr: 'Les messages sur la sécurité du compte ne peuvent pas être désactivés.',
  },
  digest: {
    en: '{company}: your day in short ({count})',
    ar: '{company}: ملخص يومك ({count})',
    no: '{company}: dagen din i korthet ({count})',
    fr: '{company} : votre journée en bref ({count})',
  },
  digestLead: {
    en: 'What happened since the last digest.',
    ar: 'ما حدث منذ آخر ملخص.',
    no: 'Dette har skjedd siden forrige oppsummering.',
    fr: 'Ce qui s’est passé depuis le dernier résumé.',
  },
} as const satisfies Record<string, Words>;

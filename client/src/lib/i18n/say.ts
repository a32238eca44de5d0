import { FIELD_WORDS, isFieldCode } from '@qafila/shared/kernel/field-codes';
import type { Locale, Words } from '@qafila/shared/kernel/locale';
import type { ProblemParam } from '@qafila/shared/kernel/problem';
import { fillWithParams } from '@qafila/shared/kernel/shown-param';
import { isProblemCode, problemSpec } from '@qafila/shared/registry/problems';
import { useMemo } from 'react';
import { CallProblem } from '../call';
import { useLocale } from './locale';

type Params = Readonly<Record<string, ProblemParam>>;
interface Said {
  readonly code: string;
  readonly params: Params;
}

/** Faults the server cannot tell itself. */
const OF_THE_BROWSER: Readonly<Record<string, Words>> = {
  OFFLINE: {
    en: 'The portal was not reached. Check the connection; what you typed is kept.',
    ar: 'تعذّر الوصول إلى البوابة. تحقق من الاتصال؛ ما كتبته محفوظ.',
    no: 'Fikk ikke kontakt med portalen. Sjekk forbindelsen; det du skrev, er tatt vare på.',
    fr: 'Le portail n’a pas répondu. Vérifiez la connexion ; votre saisie est conservée.',
  },
  PASSKEY_CANCELLED: {
    en: 'No passkey was given. Try again, or use another factor.',
    ar: 'لم يُقدَّم مفتاح مرور. حاول مرة أخرى أو استخدم عاملًا آخر.',
    no: 'Ingen passnøkkel ble gitt. Prøv igjen, eller bruk en annen faktor.',
    fr: 'Aucune clé d’accès n’a été donnée. Réessayez ou utilisez un autre facteur.',
  },
  PASSKEY_UNSUPPORTED: {
    en: 'This browser knows no passkeys. Use the authenticator app, or another browser.',
    ar: 'لا يدعم هذا المتصفح مفاتيح المرور. استخدم تطبيق المصادقة أو متصفحًا آخر.',
    no: 'Denne nettleseren kjenner ikke passnøkler. Bruk autentiseringsappen eller en annen nettleser.',
    fr: 'Ce navigateur ne connaît pas les clés d’accès. Utilisez l’application ou un autre navigateur.',
  },
};

/** The sentence of a problem or reason in a language, its parameters formatted. */
export function sayReason({ code, params }: Said, locale: Locale): string {
  const own = OF_THE_BROWSER[code];
  if (own) return own[locale];
  if (isFieldCode(code)) return fillWithParams(FIELD_WORDS[code][locale], params, locale);
  const known = isProblemCode(code) ? code : 'UNEXPECTED';
  return fillWithParams(problemSpec(known).say[locale], params, locale);
}

/** The sentence of anything thrown; what is not a problem of ours is "unexpected". */
export const sayError = (error: unknown, locale: Locale): string =>
  sayReason(error instanceof CallProblem ? error : { code: 'UNEXPECTED', params: {} }, locale);

/** Says problems, reasons and field faults in the language of the page. */
export function useSay() {
  const { locale } = useLocale();
  return useMemo(
    () => ({
      reason: (reason: Said) => sayReason(reason, locale),
      error: (error: unknown) => sayError(error, locale),
      /** The fault of one field of a refused body, if it has one. */
      field: (error: unknown, path: string): string | undefined => {
        const fault =
          error instanceof CallProblem ? error.fields.find((field) => field.path === path) : undefined;
        return fault && sayReason(fault, locale);
      },
    }),
    [locale],
  );
}

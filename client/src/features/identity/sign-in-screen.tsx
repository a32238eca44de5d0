import { chooseLocale, type SessionView } from '@qafila/shared/identity/identity.contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/call';
import { useLocale, wasPicked } from '../../lib/i18n/locale';
import { safeNext } from '../../lib/safe-next';
import { useReplaceSession } from '../../lib/session';
import { DemoDrawer } from './demo-drawer';
import { Frame } from './frame';
import { SignInFields } from './sign-in-form';
import { useSignIn } from './use-sign-in';

/** Sign-in: mail and password, then the code. In demo mode the accounts stand beside it. */
export function SignInScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const { locale, show } = useLocale();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const replace = useReplaceSession();
  const entered = useRef(false);
  const enter = async (session: SessionView): Promise<void> => {
    if (entered.current) return;
    entered.current = true;
    // A language picked before signing in is the wish of now; otherwise the account's own is shown.
    const isWish = wasPicked() && session.person.locale !== locale;
    if (isWish) await call(chooseLocale, { body: { locale } }).catch(() => undefined);
    else await show(session.person.locale);
    replace(isWish ? { ...session, person: { ...session.person, locale } } : session);
    await navigate({ to: safeNext(search.next, '/'), replace: true });
  };
  const signIn = useSignIn({
    onSignedIn: (session) => void enter(session),
    onEnrol: () => void navigate({ to: '/enrol' }),
  });
  const isFirst = signIn.step === 'credentials';
  return (
    <Frame
      title={t('title')}
      heading={isFirst ? t('title') : t('secondTitle')}
      lead={isFirst ? t('lead') : t('secondLead', { email: signIn.email })}
      beside={<DemoDrawer signIn={signIn} />}
    >
      <SignInFields signIn={signIn} />
      {isFirst && (
        <div className="sign-in-others">
          <Link to="/forgot-password" className="btn btn-quiet btn-small">
            {t('forgot.link')}
          </Link>
          <Link to="/register" className="btn btn-quiet btn-small">
            {t('register.link')}
          </Link>
        </div>
      )}
    </Frame>
  );
}

import './styles/sign-in.css';
import { chooseLocale, type SessionView } from '@qafila/shared/identity/identity.contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/call';
import { useLocale, wasPicked } from '../../lib/i18n/locale';
import { useReplaceSession } from '../../lib/session';
import { LanguageMenu } from '../../ui/language-menu';
import { Mark } from '../../ui/mark';
import { DemoDrawer } from './demo-drawer';
import { SignInFields } from './sign-in-form';
import { useSignIn } from './use-sign-in';

/** Where to go after signing in: the page that was asked for, if it is one of ours. */
export function safeNext(next: unknown, fallback: string): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in')
    ? next
    : fallback;
}

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
  const signIn = useSignIn({ onSignedIn: (session) => void enter(session) });
  return (
    <main id="main" className="sign-in">
      <title>{`${t('title')} · Qafila`}</title>
      <header className="sign-in-head">
        <span className="mark">
          <Mark />
          <span translate="no">{t('app:brand')}</span>
        </span>
        <LanguageMenu />
      </header>
      <div className="sign-in-body">
        <section className="card sign-in-card">
          <div>
            <h1>{signIn.step === 'credentials' ? t('title') : t('secondTitle')}</h1>
            <p className="muted">
              {signIn.step === 'credentials' ? t('lead') : t('secondLead', { email: signIn.email })}
            </p>
          </div>
          <SignInFields signIn={signIn} />
        </section>
        <DemoDrawer signIn={signIn} />
      </div>
      <p className="sign-in-foot small muted">{t('promise')}</p>
    </main>
  );
}

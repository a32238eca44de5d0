import type { SessionView } from '@qafila/shared/identity/identity.contract';
import { Fingerprint } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/call';
import { useSay } from '../../lib/i18n/say';
import { knowsPasskeys } from '../../lib/passkeys';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { ErrorLine } from '../../ui/states';
import { SecondFactor } from './sign-in-second';
import { type SignIn, useSignIn } from './use-sign-in';

interface SignInFormProps {
  readonly email?: string | undefined;
  readonly onSignedIn: (session: SessionView) => void;
}

/** Mail, password and second factor, wherever they are asked for. */
export function SignInForm(props: SignInFormProps): ReactNode {
  return <SignInFields signIn={useSignIn(props)} />;
}

/** The step of the sign-in that is due. */
export function SignInFields({ signIn }: { readonly signIn: SignIn }): ReactNode {
  return signIn.step === 'credentials' ? <Credentials signIn={signIn} /> : <SecondFactor signIn={signIn} />;
}

function Credentials({ signIn }: { readonly signIn: SignIn }): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const { credentials, email, password, known } = signIn;
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!credentials.isPending) credentials.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        {...(known === undefined ? { ref: first } : {})}
        label={t('email')}
        type="email"
        name="email"
        dir="ltr"
        autoComplete="username"
        required
        readOnly={known !== undefined}
        value={email}
        error={say.field(credentials.error, 'email')}
        onChange={signIn.setEmail}
      />
      <TextField
        {...(known === undefined ? {} : { ref: first })}
        label={t('password')}
        type="password"
        name="password"
        dir="ltr"
        autoComplete="current-password"
        required
        value={password}
        error={say.field(credentials.error, 'password')}
        onChange={signIn.setPassword}
      />
      <ErrorLine error={credentials.error ?? signIn.passkey.error} />
      {isLongWait(credentials.error) && <p className="small muted">{t('lookForUnlock')}</p>}
      <Button type="submit" kind="primary" wide busy={credentials.isPending}>
        {t('next')}
      </Button>
      {knowsPasskeys() && (
        <Button
          icon={Fingerprint}
          wide
          busy={signIn.passkey.isPending}
          onClick={() => signIn.passkey.mutate()}
        >
          {t('passkeySignIn')}
        </Button>
      )}
    </form>
  );
}

const MINUTE = 60;
/** After many wrong passwords a mail opens the sign-in again; the wait is long then. */
const isLongWait = (error: unknown): boolean =>
  isProblem(error, 'TOO_MANY_TRIES') && Number(error.params.seconds ?? 0) > MINUTE;

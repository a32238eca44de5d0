import type { SessionView } from '@qafila/shared/identity/identity.contract';
import { ArrowLeft } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/call';
import { useSay } from '../../lib/i18n/say';
import { Button } from '../../ui/button';
import { CodeInput } from '../../ui/code-input';
import { TextField } from '../../ui/field';
import { ErrorLine } from '../../ui/states';
import { useCountdown } from './use-countdown';
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
  if (signIn.step === 'credentials') return <Credentials signIn={signIn} />;
  return signIn.step === 'code' ? <Code signIn={signIn} /> : <Recovery signIn={signIn} />;
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
      <ErrorLine error={credentials.error} />
      <Button type="submit" kind="primary" wide busy={credentials.isPending}>
        {t('next')}
      </Button>
    </form>
  );
}

function Code({ signIn }: { readonly signIn: SignIn }): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const { second, code } = signIn;
  const used = isProblem(second.error, 'CODE_USED') ? second.error : null;
  const wait = useCountdown(Number(used?.params.seconds ?? 0), used);
  const isWaiting = used !== null && wait > 0;
  const fault = used === null ? (second.error ? say.error(second.error) : undefined) : undefined;
  useEffect(() => {
    if (!second.isPending) input.current?.focus();
  }, [second.isPending]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!second.isPending) second.mutate(code);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <CodeInput
        ref={input}
        label={t('code')}
        hint={isWaiting ? undefined : t('codeHint')}
        value={code}
        error={fault}
        autoFocus
        onChange={signIn.setCode}
        onComplete={(digits) => !second.isPending && second.mutate(digits)}
      />
      {isWaiting && (
        <p className="warn" role="timer">
          {say.reason({ code: 'CODE_USED', params: { seconds: wait } })}
        </p>
      )}
      <Button type="submit" kind="primary" wide busy={second.isPending}>
        {t('signIn')}
      </Button>
      <div className="inline sign-in-ways">
        <Button kind="quiet" size="small" icon={ArrowLeft} flipIcon onClick={() => signIn.go('credentials')}>
          {t('ui:back')}
        </Button>
        <Button kind="quiet" size="small" onClick={() => signIn.go('recovery')}>
          {t('useRecovery')}
        </Button>
      </div>
    </form>
  );
}

function Recovery({ signIn }: { readonly signIn: SignIn }): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const { second, code } = signIn;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!second.isPending) second.mutate(code);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('recovery')}
        hint={t('recoveryHint')}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus
        required
        value={code}
        error={second.error ? say.error(second.error) : undefined}
        onChange={signIn.setCode}
      />
      <Button type="submit" kind="primary" wide busy={second.isPending}>
        {t('signIn')}
      </Button>
      <Button kind="quiet" size="small" onClick={() => signIn.go('code')}>
        {t('useCode')}
      </Button>
    </form>
  );
}

import { ArrowLeft, Fingerprint } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/call';
import { useSay } from '../../lib/i18n/say';
import { Button } from '../../ui/button';
import { CodeInput } from '../../ui/code-input';
import { TextField } from '../../ui/field';
import { ErrorLine } from '../../ui/states';
import { useCountdown } from './use-countdown';
import type { SignIn } from './use-sign-in';

/** The second factor: six digits, a passkey or a recovery code. */
export function SecondFactor({ signIn }: { readonly signIn: SignIn }): ReactNode {
  if (signIn.step === 'passkey') return <Passkey signIn={signIn} />;
  return signIn.step === 'recovery' ? <Recovery signIn={signIn} /> : <Code signIn={signIn} />;
}

function Passkey({ signIn }: { readonly signIn: SignIn }): ReactNode {
  const { t } = useTranslation('identity');
  const { passkey } = signIn;
  return (
    <div className="stack">
      <p>{t('passkeyHow')}</p>
      <ErrorLine error={passkey.error} />
      <Button
        kind="primary"
        wide
        icon={Fingerprint}
        busy={passkey.isPending}
        onClick={() => passkey.mutate()}
      >
        {t('usePasskey')}
      </Button>
      <Ways signIn={signIn} />
    </div>
  );
}

const WAYS = [
  { step: 'code', factor: 'totp', word: 'useCode' },
  { step: 'passkey', factor: 'passkey', word: 'usePasskey' },
  { step: 'recovery', factor: 'recovery_code', word: 'useRecovery' },
] as const;

/** The other factors the person has, the way back, and the way out for whoever lost them all. */
function Ways({ signIn }: { readonly signIn: SignIn }): ReactNode {
  const { t } = useTranslation('identity');
  const others = WAYS.filter(({ step, factor }) => step !== signIn.step && signIn.factors.includes(factor));
  return (
    <div className="sign-in-others">
      {others.map(({ step, word }) => (
        <Button key={step} kind="quiet" size="small" onClick={() => signIn.go(step)}>
          {t(word)}
        </Button>
      ))}
      <Button kind="quiet" size="small" icon={ArrowLeft} flipIcon onClick={() => signIn.go('credentials')}>
        {t('ui:back')}
      </Button>
      {signIn.known === undefined && (
        // No link of the router: where a session ended, this form stands outside of it.
        <a href="/lost-factor" className="btn btn-quiet btn-small">
          {t('lostAll')}
        </a>
      )}
    </div>
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
      <Ways signIn={signIn} />
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
      <Ways signIn={signIn} />
    </form>
  );
}

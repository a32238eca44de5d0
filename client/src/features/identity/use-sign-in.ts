import type { Factor } from '@qafila/shared/identity/fields';
import {
  provideCode,
  useRecoveryCode as recoveryCodeContract,
  type SessionView,
  signIn as signInContract,
} from '@qafila/shared/identity/identity.contract';
import {
  answerSecondFactor,
  passkeySignIn,
  passkeySignInOptions,
  secondFactorOptions,
} from '@qafila/shared/identity/passkey-sign-in.contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, isProblem } from '../../lib/call';
import { answerWithPasskey } from '../../lib/passkeys';

export type SignInStep = 'credentials' | 'code' | 'passkey' | 'recovery';

interface SignInOptions {
  readonly email?: string | undefined;
  readonly onSignedIn: (session: SessionView) => void;
  /** The person has no factor yet. */
  readonly onEnrol?: () => void;
}

async function withPasskeyAlone(): Promise<SessionView> {
  const { options } = await call(passkeySignInOptions, { quiet: true });
  return call(passkeySignIn, { quiet: true, body: { response: await answerWithPasskey(options) } });
}

async function withPasskeySecond(): Promise<SessionView> {
  const { options } = await call(secondFactorOptions, { quiet: true });
  return call(answerSecondFactor, { quiet: true, body: { response: await answerWithPasskey(options) } });
}

/** The steps of signing in, with what was typed. */
export function useSignIn({ email: known, onSignedIn, onEnrol }: SignInOptions) {
  const [step, setStep] = useState<SignInStep>('credentials');
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [factors, setFactors] = useState<readonly Factor[]>([]);
  const credentials = useMutation({
    mutationFn: () => call(signInContract, { quiet: true, body: { email, password } }),
    onSuccess: (given) => {
      setFactors(given.factors);
      if (given.next === 'enrol') onEnrol?.();
      else setStep(given.factors.includes('totp') ? 'code' : 'passkey');
    },
  });
  const backWhenOver = (error: Error): void => {
    setCode('');
    // The half-open session lasts a few minutes only; then it begins with the password again.
    if (isProblem(error, 'NOT_SIGNED_IN')) setStep('credentials');
  };
  const second = useMutation({
    mutationFn: (typed: string) =>
      call(step === 'recovery' ? recoveryCodeContract : provideCode, { quiet: true, body: { code: typed } }),
    onSuccess: onSignedIn,
    onError: backWhenOver,
  });
  const passkey = useMutation({
    mutationFn: () => (step === 'credentials' ? withPasskeyAlone() : withPasskeySecond()),
    onSuccess: onSignedIn,
    onError: backWhenOver,
  });
  const go = (next: SignInStep): void => {
    setCode('');
    second.reset();
    passkey.reset();
    if (next === 'credentials') credentials.reset();
    setStep(next);
  };
  const typed = { email, setEmail, password, setPassword, code, setCode };
  return { step, go, ...typed, factors, credentials, second, passkey, known };
}
export type SignIn = ReturnType<typeof useSignIn>;

import {
  provideCode,
  useRecoveryCode as recoveryCodeContract,
  type SessionView,
  signIn as signInContract,
} from '@qafila/shared/identity/identity.contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, isProblem } from '../../lib/call';

export type SignInStep = 'credentials' | 'code' | 'recovery';

interface SignInOptions {
  readonly email?: string | undefined;
  readonly onSignedIn: (session: SessionView) => void;
}

/** The three steps of signing in, with what was typed. */
export function useSignIn({ email: known, onSignedIn }: SignInOptions) {
  const [step, setStep] = useState<SignInStep>('credentials');
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const credentials = useMutation({
    mutationFn: () => call(signInContract, { quiet: true, body: { email, password } }),
    onSuccess: () => setStep('code'),
  });
  const second = useMutation({
    mutationFn: (typed: string) =>
      call(step === 'recovery' ? recoveryCodeContract : provideCode, { quiet: true, body: { code: typed } }),
    onSuccess: onSignedIn,
    onError: (error) => {
      setCode('');
      // The half-open session lasts a few minutes only; then it begins with the password again.
      if (isProblem(error, 'NOT_SIGNED_IN')) setStep('credentials');
    },
  });
  const go = (next: SignInStep): void => {
    setCode('');
    second.reset();
    if (next === 'credentials') credentials.reset();
    setStep(next);
  };
  return { step, go, email, setEmail, password, setPassword, code, setCode, credentials, second, known };
}
export type SignIn = ReturnType<typeof useSignIn>;

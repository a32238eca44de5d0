import { signIn } from '@qafila/shared/identity/identity.contract';
import { enrolAgain, readLostFactor } from '@qafila/shared/identity/lost-factor.contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, isProblem } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { Button, LinkButton } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../../ui/states';
import { Frame } from '../frame';
import { LinkGone } from '../link-gone';
import { useLinkToken } from '../use-link-token';
import { LostFactorCase, LostFactorForm } from './lost-factor-case';

const caseKey = ['lost-factor'];

/**
 * Every factor lost. Without a link: the password, then the case and what happens next. With the link of the mail
 * that comes after the wait: the password, then enrolling again.
 */
export function LostFactorScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const token = useLinkToken();
  const found = useQuery({
    queryKey: caseKey,
    queryFn: () => call(readLostFactor, { quiet: true }),
    retry: false,
    staleTime: 0,
  });
  const isOut = isProblem(found.error, 'NOT_SIGNED_IN');
  if (found.isError && !isOut) {
    return (
      <Frame title={t('lost.title')}>
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </Frame>
    );
  }
  if (found.isPending) {
    return (
      <Frame title={t('lost.title')}>
        <CardsSkeleton cards={1} />
      </Frame>
    );
  }
  if (!found.data) return <PasswordFirst onGiven={() => void found.refetch()} hasLink={token !== null} />;
  if (token !== null) return <EnrolAgain token={token} />;
  return (
    <Frame title={t('lost.title')} lead={t('lost.lead')} wide>
      {found.data.case ? (
        <LostFactorCase view={found.data.case} onAgain={() => void found.refetch()} />
      ) : (
        <LostFactorForm onOpened={() => void found.refetch()} />
      )}
    </Frame>
  );
}

interface PasswordFirstProps {
  readonly onGiven: () => void;
  readonly hasLink: boolean;
}

function PasswordFirst({ onGiven, hasLink }: PasswordFirstProps): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const give = useMutation({
    mutationFn: () => call(signIn, { quiet: true, body: { email, password } }),
    onSuccess: onGiven,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!give.isPending) give.mutate();
  };
  return (
    <Frame title={t('lost.title')} lead={t(hasLink ? 'lost.passwordThenEnrol' : 'lost.passwordFirst')}>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField
          label={t('email')}
          type="email"
          name="email"
          dir="ltr"
          autoComplete="username"
          required
          autoFocus
          value={email}
          error={say.field(give.error, 'email')}
          onChange={setEmail}
        />
        <TextField
          label={t('password')}
          type="password"
          name="password"
          dir="ltr"
          autoComplete="current-password"
          required
          value={password}
          error={say.field(give.error, 'password')}
          onChange={setPassword}
        />
        <ErrorLine error={give.error} />
        <Button type="submit" kind="primary" wide busy={give.isPending}>
          {t('next')}
        </Button>
        <LinkButton to="/sign-in" kind="quiet" wide>
          {t('link.toSignIn')}
        </LinkButton>
      </form>
    </Frame>
  );
}

function EnrolAgain({ token }: { readonly token: string }): ReactNode {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const enrol = useMutation({
    mutationFn: () => call(enrolAgain, { quiet: true, body: { token } }),
    onSuccess: () => navigate({ to: '/enrol', replace: true }),
  });
  if (enrol.isError) {
    return (
      <LinkGone
        title={t('lost.title')}
        error={enrol.error}
        onRetry={() => enrol.mutate()}
        again={{ to: '/lost-factor', text: t('lost.seeCase') }}
      />
    );
  }
  return (
    <Frame title={t('lost.title')} heading={t('lost.again')} lead={t('lost.againText')}>
      <Button kind="primary" wide busy={enrol.isPending} onClick={() => enrol.mutate()}>
        {t('lost.againButton')}
      </Button>
    </Frame>
  );
}

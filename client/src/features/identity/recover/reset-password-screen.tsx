import { openPasswordReset, resetPassword } from '@qafila/shared/identity/credentials.contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallProblem, call } from '../../../lib/call';
import { Button, LinkButton } from '../../../ui/button';
import { Code } from '../../../ui/money';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorLine } from '../../../ui/states';
import { Frame } from '../frame';
import { LinkGone } from '../link-gone';
import { isPasswordFault, NewPassword } from '../new-password';
import { useLinkToken } from '../use-link-token';

const GONE = new CallProblem('LINK_USED', 410, { params: {}, fields: [], requestId: null });

/** A new password by the mailed link; the second factor stays as it is. */
export function ResetPasswordScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const token = useLinkToken();
  const opened = useQuery({
    queryKey: ['password-reset', token],
    queryFn: () => call(openPasswordReset, { quiet: true, body: { token: token ?? '' } }),
    enabled: token !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (token === null || opened.isError) {
    return (
      <LinkGone
        title={t('reset.title')}
        error={opened.error ?? GONE}
        onRetry={() => void opened.refetch()}
        again={{ to: '/forgot-password', text: t('reset.askAgain') }}
      />
    );
  }
  if (!opened.data) {
    return (
      <Frame title={t('reset.title')}>
        <CardsSkeleton cards={1} />
      </Frame>
    );
  }
  return <ResetForm token={token} email={opened.data.email} />;
}

function ResetForm({ token, email }: { readonly token: string; readonly email: string }): ReactNode {
  const { t } = useTranslation('identity');
  const [password, setPassword] = useState('');
  const send = useMutation({
    mutationFn: () => call(resetPassword, { quiet: true, body: { token, password } }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  };
  if (send.isSuccess) {
    return (
      <Frame title={t('reset.title')} heading={t('reset.done')} lead={t('reset.doneText')}>
        <LinkButton to="/sign-in" kind="primary" wide>
          {t('link.toSignIn')}
        </LinkButton>
      </Frame>
    );
  }
  return (
    <Frame title={t('reset.title')} lead={t('reset.lead')}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="small muted for-mail">
          {t('register.for')} <Code>{email}</Code>
        </p>
        <NewPassword value={password} onChange={setPassword} own={email} error={send.error} />
        {!isPasswordFault(send.error) && <ErrorLine error={send.error} />}
        <Button type="submit" kind="primary" wide busy={send.isPending}>
          {t('reset.save')}
        </Button>
      </form>
    </Frame>
  );
}

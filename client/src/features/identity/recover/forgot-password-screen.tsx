import { forgotPassword } from '@qafila/shared/identity/credentials.contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { Button, LinkButton } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { Frame } from '../frame';
import { MailSent } from '../mail-sent';

/** A link for a new password; the answer is the same for every address. */
export function ForgotPasswordScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => call(forgotPassword, { quiet: true, body: { email } }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ask.isPending) ask.mutate();
  };
  if (ask.isSuccess) {
    return (
      <Frame title={t('forgot.title')} heading={t('mail.title')}>
        <MailSent text={t('forgot.sent', { email: `\u2068${email}\u2069` })} onAgain={ask.reset} />
      </Frame>
    );
  }
  const fault = say.field(ask.error, 'email');
  return (
    <Frame title={t('forgot.title')} lead={t('forgot.lead')}>
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
          error={fault}
          onChange={setEmail}
        />
        {fault === undefined && <ErrorLine error={ask.error} />}
        <Button type="submit" kind="primary" wide busy={ask.isPending}>
          {t('forgot.send')}
        </Button>
        <LinkButton to="/sign-in" kind="quiet" wide>
          {t('link.toSignIn')}
        </LinkButton>
      </form>
    </Frame>
  );
}

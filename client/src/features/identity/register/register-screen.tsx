import { register } from '@qafila/shared/identity/registration.contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useLocale } from '../../../lib/i18n/locale';
import { useSay } from '../../../lib/i18n/say';
import { Button, LinkButton } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { Frame } from '../frame';
import { MailSent } from '../mail-sent';
import { useLinkToken } from '../use-link-token';
import { CompleteRegistration } from './complete-registration';

/** Registration: the mail first, then, from the link in it, person, company and password. */
export function RegisterScreen(): ReactNode {
  const token = useLinkToken();
  return token === null ? <AskForLink /> : <CompleteRegistration key={token} token={token} />;
}

function AskForLink(): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const { locale } = useLocale();
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => call(register, { quiet: true, body: { email, locale } }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ask.isPending) ask.mutate();
  };
  if (ask.isSuccess) {
    return (
      <Frame title={t('register.title')} heading={t('mail.title')}>
        <MailSent text={t('register.sent', { email: `\u2068${email}\u2069` })} onAgain={ask.reset} />
      </Frame>
    );
  }
  const fault = say.field(ask.error, 'email');
  return (
    <Frame title={t('register.title')} lead={t('register.lead')} beside={<WhatFollows />}>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField
          label={t('register.mail')}
          hint={t('register.mailHint')}
          type="email"
          name="email"
          dir="ltr"
          autoComplete="email"
          required
          value={email}
          error={fault}
          onChange={setEmail}
        />
        {fault === undefined && <ErrorLine error={ask.error} />}
        <Button type="submit" kind="primary" wide busy={ask.isPending}>
          {t('register.send')}
        </Button>
        <LinkButton to="/sign-in" kind="quiet" wide>
          {t('register.haveOne')}
        </LinkButton>
      </form>
    </Frame>
  );
}

const STEPS = ['one', 'two', 'three', 'four'] as const;

/** What somebody needs at hand before he begins. */
function WhatFollows(): ReactNode {
  const { t } = useTranslation('identity');
  return (
    <section className="card card-pad card-soft what-follows">
      <h2>{t('follows.title')}</h2>
      <ol className="timeline">
        {STEPS.map((step) => (
          <li key={step}>
            <b>{t(`follows.${step}`)}</b>
            <span className="small muted">{t(`follows.${step}Text`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

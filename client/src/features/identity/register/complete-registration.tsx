import { completeRegistration, openRegistration } from '@qafila/shared/identity/registration.contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, isProblem } from '../../../lib/call';
import { useLocale } from '../../../lib/i18n/locale';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { Code } from '../../../ui/money';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorLine } from '../../../ui/states';
import { countryOptions } from '../countries';
import { Frame } from '../frame';
import { LinkGone } from '../link-gone';
import { isPasswordFault, NewPassword } from '../new-password';

/** From the mailed link: who, for which company, with which password. */
export function CompleteRegistration({ token }: { readonly token: string }): ReactNode {
  const { t } = useTranslation('identity');
  const opened = useQuery({
    queryKey: ['registration', token],
    queryFn: () => call(openRegistration, { quiet: true, body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (opened.isError) {
    const again = { to: '/register', text: t('register.askAgain') };
    return (
      <LinkGone
        title={t('register.title')}
        error={opened.error}
        onRetry={() => void opened.refetch()}
        again={again}
      />
    );
  }
  return (
    <Frame title={t('register.title')} heading={t('register.about')} lead={t('register.aboutLead')}>
      {opened.data ? <Form token={token} email={opened.data.email} /> : <CardsSkeleton cards={1} />}
    </Frame>
  );
}

const EMPTY = { name: '', companyName: '', country: '', password: '' };
type Typed = typeof EMPTY;

function useForm(token: string) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const send = useMutation({
    mutationFn: () => call(completeRegistration, { quiet: true, body: { token, ...typed } }),
    onSuccess: () => navigate({ to: '/enrol', replace: true }),
  });
  const set = (field: keyof Typed) => (value: string) =>
    setTyped((before) => ({ ...before, [field]: value }));
  return { typed, set, send };
}

function Form({ token, email }: { readonly token: string; readonly email: string }): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const { locale } = useLocale();
  const { typed, set, send } = useForm(token);
  const countries = useMemo(() => countryOptions(locale), [locale]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  };
  const isToldAtField = isPasswordFault(send.error) || isOfFields(send.error);
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="small muted for-mail">
        {t('register.for')} <Code>{email}</Code>
      </p>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField
        label={t('register.name')}
        autoComplete="name"
        required
        autoFocus
        value={typed.name}
        error={say.field(send.error, 'name')}
        onChange={set('name')}
      />
      <TextField
        label={t('register.company')}
        hint={t('register.companyHint')}
        autoComplete="organization"
        required
        value={typed.companyName}
        error={say.field(send.error, 'companyName')}
        onChange={set('companyName')}
      />
      <SelectField
        label={t('register.country')}
        hint={t('register.countryHint')}
        autoComplete="country"
        required
        value={typed.country}
        options={[{ value: '', text: t('register.choose') }, ...countries]}
        error={say.field(send.error, 'country')}
        onChange={set('country')}
      />
      <NewPassword
        value={typed.password}
        onChange={set('password')}
        own={`${email} ${typed.name} ${typed.companyName}`}
        error={send.error}
      />
      {!isToldAtField && <ErrorLine error={send.error} />}
      <Button type="submit" kind="primary" wide busy={send.isPending}>
        {t('next')}
      </Button>
    </form>
  );
}

const FIELDS = ['name', 'companyName', 'country', 'password'];
/** True when everything that is wrong is told at its field. */
const isOfFields = (error: unknown): boolean =>
  isProblem(error) && error.fields.length > 0 && error.fields.every(({ path }) => FIELDS.includes(path));

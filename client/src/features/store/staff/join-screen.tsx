import '../styles/store.css';
import { PASSWORD_MIN } from '@qafila/shared/identity/identity.rules';
import { acceptStaffInvitation, readStaffInvitation } from '@qafila/shared/store/staff.contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, isProblem } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { Button, LinkButton } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { TextField } from '../../../ui/field';
import { JoinHead } from '../../../ui/join-head';
import { Code } from '../../../ui/money';
import { Bone, Loading } from '../../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../../ui/states';

const PASSWORD_FAULTS = ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_KNOWN'];

/** Where the link of an invitation leads: who is invited to what, a password, then the second factor. */
export function JoinScreen(): ReactNode {
  const { t } = useTranslation('store');
  const { hash } = useLocation();
  // The secret stands after `#`, so it reaches no server log; from here it travels in a body only.
  const [token] = useState(() => hash.replace(/^#/, ''));
  const invitation = useQuery({
    queryKey: ['staff-invitation'],
    queryFn: () => call(readStaffInvitation, { body: { token }, quiet: true }),
    retry: false,
    gcTime: 0,
  });
  return (
    <main id="main" className="join" tabIndex={-1}>
      <title>{`${t('join.title')} · Qafila`}</title>
      <JoinHead staffOnly />
      <section className="card card-pad">
        <h1>{t('join.title')}</h1>
        {invitation.isPending && (
          <Loading>
            <Bone width="60%" />
            <Bone height={40} />
          </Loading>
        )}
        {invitation.isError && <Gone error={invitation.error} />}
        {invitation.data && <Accept token={token} invitation={invitation.data} />}
      </section>
    </main>
  );
}

function Gone({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation('store');
  const isGone = isProblem(error, 'INVITATION_GONE') || isProblem(error, 'FIELDS_INVALID');
  if (!isGone) return <ErrorState error={error} />;
  return (
    <>
      <p>{t('join.gone')}</p>
      <div>
        <LinkButton to="/sign-in">{t('join.signIn')}</LinkButton>
      </div>
    </>
  );
}

interface AcceptProps {
  readonly token: string;
  readonly invitation: { readonly name: string; readonly email: string; readonly roles: readonly string[] };
}

function Accept({ token, invitation }: AcceptProps): ReactNode {
  const { t } = useTranslation(['store', 'app']);
  const say = useSay();
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: () => call(acceptStaffInvitation, { body: { token, password }, quiet: true }),
    // A whole new page: nothing of the link stays in the memory or the history of the browser.
    onSuccess: () => window.location.replace('/enrol'),
  });
  const isPasswordFault = PASSWORD_FAULTS.some((code) => isProblem(accept.error, code));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') accept.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>
        {t('join.lead')} <bdi>{invitation.name}</bdi>
      </p>
      <div className="inline">
        {invitation.roles.map((role) => (
          <Chip key={role}>{t(`app:role.${role}`)}</Chip>
        ))}
        <Code>{invitation.email}</Code>
      </div>
      <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
      <TextField
        label={t('join.password')}
        hint={t('join.passwordHint', { count: PASSWORD_MIN.value })}
        error={isPasswordFault ? say.error(accept.error) : undefined}
        type="password"
        autoComplete="new-password"
        dir="ltr"
        value={password}
        onChange={setPassword}
      />
      {!isPasswordFault && <ErrorLine error={accept.error} />}
      <Button kind="primary" type="submit" wide busy={accept.isPending}>
        {t('join.confirm')}
      </Button>
      <p className="small muted">{t('join.next')}</p>
    </form>
  );
}

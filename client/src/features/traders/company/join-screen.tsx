import './styles/company.css';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { acceptInvitation, joinCompany, lookInvitation } from '@qafila/shared/traders/members.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Unlink } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, isProblem } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { useSay } from '../../../lib/i18n/say';
import { sessionQuery, useMaybeSession } from '../../../lib/session';
import { Button, LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { TextField } from '../../../ui/field';
import { JoinHead } from '../../../ui/join-head';
import { Code } from '../../../ui/money';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState, ErrorLine, ErrorState } from '../../../ui/states';
import { RoleChips } from './role-chips';

type Invitation = AnswerOf<typeof lookInvitation>;
const TOKEN = /^[\w-]{43}$/;

/** The page of an invitation's link: whose company, which roles, and how to come in. */
export function JoinScreen(): ReactNode {
  const { t } = useTranslation('company');
  const { hash } = useLocation();
  const token = hash.replace(/^#/, '');
  const isToken = TOKEN.test(token);
  const look = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(lookInvitation, { body: { token }, quiet: true }),
    enabled: isToken,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isGone = !isToken || isProblem(look.error, 'INVITATION_OVER');
  return (
    <main id="main" className="invited">
      <title>{`${t('join.lone')} · Qafila`}</title>
      <JoinHead />
      {!look.isSuccess && <h1 className="sr-only">{t('join.lone')}</h1>}
      {isToken && look.isPending && <TableSkeleton rows={4} columns={1} />}
      {!isGone && look.isError && <ErrorState error={look.error} onRetry={() => void look.refetch()} />}
      {isGone && (
        <EmptyState
          icon={Unlink}
          title={t('join.gone')}
          action={<LinkButton to="/">{t('join.home')}</LinkButton>}
        >
          {t('join.goneText')}
        </EmptyState>
      )}
      {look.isSuccess && <Joining invitation={look.data} token={token} />}
    </main>
  );
}

interface JoiningProps {
  readonly invitation: Invitation;
  readonly token: string;
}

function Joining({ invitation, token }: JoiningProps): ReactNode {
  const { t } = useTranslation('company');
  const { locale } = useLocale();
  const format = useFormats();
  const { company } = invitation;
  const name = (locale === 'ar' ? company.nameArabic : null) ?? company.nameLatin;
  return (
    <Card>
      <h1>{t('join.title', { company: format.isolate(name) })}</h1>
      <p>{t('join.lead', { name: format.isolate(invitation.invitedBy) })}</p>
      <dl className="rows">
        <div>
          <dt>{t('join.roles')}</dt>
          <dd>
            <RoleChips roles={invitation.roles} own={invitation.ownRoles} />
          </dd>
        </div>
        <div>
          <dt>{t('join.email')}</dt>
          <dd>
            <Code>{invitation.email}</Code>
          </dd>
        </div>
      </dl>
      {invitation.hasAccount ? (
        <KnownPerson email={invitation.email} token={token} company={name} />
      ) : (
        <NewPerson invitation={invitation} token={token} />
      )}
    </Card>
  );
}

/** Whoever has an account joins with it; the session is asked for here only, a new person has none to find. */
function KnownPerson(props: {
  readonly email: string;
  readonly token: string;
  readonly company: string;
}): ReactNode {
  const session = useMaybeSession();
  return session ? <WithAccount {...props} /> : <SignInFirst email={props.email} />;
}

function SignInFirst({ email }: { readonly email: string }): ReactNode {
  const { t } = useTranslation('company');
  const format = useFormats();
  return (
    <div className="stack">
      <p>{t('join.signInText', { email: format.isolate(email) })}</p>
      <div>
        <a className="btn btn-primary" href="/sign-in" target="_blank" rel="noreferrer">
          {t('join.signIn')}
        </a>
      </div>
    </div>
  );
}

function WithAccount({ token, company }: { readonly token: string; readonly company: string }): ReactNode {
  const { t } = useTranslation('company');
  const format = useFormats();
  const client = useQueryClient();
  const join = useMutation({
    mutationFn: () => call(joinCompany, { body: { token } }),
    // The session lists the companies to switch to.
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  if (join.isSuccess) {
    return (
      <div className="stack">
        <p role="status">{t('join.joined', { company: format.isolate(company) })}</p>
        <div>
          <LinkButton to="/" kind="primary">
            {t('join.home')}
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <div className="stack">
      <p>{t('join.known')}</p>
      <ErrorLine error={join.error} />
      <div>
        <Button kind="primary" busy={join.isPending} onClick={() => join.mutate()}>
          {t('join.withAccount')}
        </Button>
      </div>
    </div>
  );
}

function NewPerson({ invitation, token }: JoiningProps): ReactNode {
  const { t } = useTranslation('company');
  const say = useSay();
  const navigate = useNavigate();
  const { locale } = useLocale();
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: () => call(acceptInvitation, { body: { token, name, password, locale }, quiet: true }),
    onSuccess: () => navigate({ to: '/enrol' }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        label={t('join.name')}
        value={name}
        onChange={setName}
        autoComplete="name"
        error={say.field(accept.error, 'name')}
      />
      <TextField
        label={t('join.password')}
        hint={t('join.passwordHint')}
        type="password"
        dir="ltr"
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        error={say.field(accept.error, 'password')}
      />
      <ErrorLine error={accept.error} />
      <div>
        <Button kind="primary" type="submit" busy={accept.isPending}>
          {t('join.accept')}
        </Button>
      </div>
    </form>
  );
}

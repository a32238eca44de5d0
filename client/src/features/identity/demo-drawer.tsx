import { demoAccounts } from '@qafila/shared/identity/identity.contract';
import { TOTP_STEP_SECONDS } from '@qafila/shared/identity/identity.rules';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronDown, Inbox } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/call';
import { usePhone } from '../../lib/use-media';
import { Chip } from '../../ui/chip';
import { Code } from '../../ui/money';
import { useCountdown } from './use-countdown';
import type { SignIn } from './use-sign-in';

const LOOK_AGAIN_MS = 4000;

/** Demo mode only: each account with its current code. A click fills mail and password, then the code. */
export function DemoDrawer({ signIn }: { readonly signIn: SignIn }): ReactNode {
  const { t } = useTranslation('identity');
  const demo = useQuery({
    queryKey: ['demo', 'accounts'],
    queryFn: () => call(demoAccounts, { quiet: true }),
    retry: false,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data ? LOOK_AGAIN_MS : false),
  });
  const { data, refetch } = demo;
  const left = useCountdown(data?.secondsLeft ?? 0, data ? demo.dataUpdatedAt : null);
  useEffect(() => {
    if (data && left === 0) void refetch();
  }, [left, data, refetch]);
  const isPhone = usePhone();
  if (!data) return null;
  return (
    <details className="card demo" open={!isPhone}>
      <summary>
        <b>{t('demo.title')}</b>
        <ChevronDown size={16} aria-hidden />
        <span className="small muted demo-left">{t('demo.next', { seconds: left })}</span>
        <progress className="demo-clock" aria-hidden max={TOTP_STEP_SECONDS.value} value={left} />
      </summary>
      <p className="small muted demo-how">
        {t(signIn.step === 'credentials' ? 'demo.howFirst' : 'demo.howCode')}
      </p>
      <ul>
        {data.accounts.map((account) => (
          <li key={account.email}>
            <button type="button" className="demo-account" onClick={() => fill(signIn, account)}>
              <span className="demo-who">
                <b>
                  <bdi>{account.name}</bdi>
                </b>
                <span className="small muted">
                  {account.company !== null && (
                    <>
                      <bdi>{account.company}</bdi>
                      {' · '}
                    </>
                  )}
                  {t(`app:role.${account.role}`)}
                </span>
              </span>
              {account.usedUp ? (
                <Chip tone="warn">{t('demo.used')}</Chip>
              ) : (
                <span className="demo-code">
                  <Code>{`${account.code.slice(0, 3)} ${account.code.slice(3)}`}</Code>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <Link to="/demo/inbox" className="demo-inbox small">
        <Inbox size={15} aria-hidden />
        {t('demo.inbox')}
      </Link>
    </details>
  );
}

function fill(signIn: SignIn, account: { email: string; password: string; code: string }): void {
  const isSame = signIn.email === account.email;
  if (signIn.step === 'code' && isSame) {
    signIn.setCode(account.code);
    if (!signIn.second.isPending) signIn.second.mutate(account.code);
    return;
  }
  signIn.go('credentials');
  signIn.setEmail(account.email);
  signIn.setPassword(account.password);
}

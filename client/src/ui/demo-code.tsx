import { demoAccounts } from '@qafila/shared/identity/identity.contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../lib/call';
import { useSession } from '../lib/session';
import { Button } from './button';

const LOOK_AGAIN_MS = 2000;

/** Demo mode stands in for the authenticator app: the signed-in account's current code. */
export function DemoCode({ onUse }: { readonly onUse: (code: string) => void }): ReactNode {
  const { mode, person } = useSession();
  return mode === 'demo' ? <Offer email={person.email} onUse={onUse} /> : null;
}

interface OfferProps {
  readonly email: string;
  readonly onUse: (code: string) => void;
}

function Offer({ email, onUse }: OfferProps): ReactNode {
  const { t } = useTranslation('ui');
  const demo = useQuery({
    queryKey: ['demo', 'accounts'],
    queryFn: () => call(demoAccounts, { quiet: true }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const own = demo.data?.accounts.find((account) => account.email === email);
  if (!demo.data || !own) return null;
  if (own.usedUp) {
    return <p className="small muted">{t('confirm.demoWait', { seconds: demo.data.secondsLeft })}</p>;
  }
  return (
    <div>
      <Button size="small" onClick={() => onUse(own.code)}>
        {t('confirm.demoCode', { code: `\u2066${own.code}\u2069` })}
      </Button>
    </div>
  );
}

import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { readFactors } from '@qafila/shared/identity/factors.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, isProblem } from '../../../lib/call';
import { sessionQuery } from '../../../lib/session';
import { LinkButton } from '../../../ui/button';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { Frame } from '../frame';
import { ChooseFactor } from './choose-factor';
import { RecoveryCodesStep } from './recovery-codes-step';

type Step = AnswerOf<typeof readFactors>['step'];
export const factorsKey = ['factors'];

/** The first factor, then the recovery codes: nothing of the portal opens before (policy clause 2). */
export function EnrolScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const factors = useQuery({
    queryKey: factorsKey,
    queryFn: () => call(readFactors, { quiet: true }),
    retry: false,
    staleTime: 0,
  });
  const step = factors.data?.step;
  if (step === 'done') return <Entered />;
  const isOut =
    isProblem(factors.error, 'NOT_SIGNED_IN') || isProblem(factors.error, 'SECOND_FACTOR_REQUIRED');
  if (isOut) {
    return (
      <Frame title={t('enrol.title')} heading={t('enrol.over')} lead={t('enrol.overText')}>
        <LinkButton to="/sign-in" kind="primary" wide>
          {t('link.toSignIn')}
        </LinkButton>
      </Frame>
    );
  }
  return (
    <Frame
      title={t('enrol.title')}
      heading={t(`enrol.heading.${step ?? 'factor'}`)}
      lead={t('enrol.lead')}
      wide
    >
      {factors.isError && <ErrorState error={factors.error} onRetry={() => void factors.refetch()} />}
      {factors.isPending && <CardsSkeleton cards={2} />}
      {step && <Steps step={step} />}
      {step === 'factor' && <ChooseFactor onDone={() => void factors.refetch()} />}
      {(step === 'codes' || step === 'confirm_code') && (
        <RecoveryCodesStep onDone={() => void factors.refetch()} wereShown={step === 'confirm_code'} />
      )}
    </Frame>
  );
}

/** The session is a whole one now: read it, then to the home of whoever it is. */
function Entered(): ReactNode {
  const client = useQueryClient();
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    void client.fetchQuery({ ...sessionQuery, staleTime: 0 }).then(() => setRead(true));
  }, [client]);
  return isRead ? <Navigate to="/" replace /> : null;
}

const SHOWN: readonly Step[] = ['factor', 'codes', 'confirm_code'];

function Steps({ step }: { readonly step: Step }): ReactNode {
  const { t } = useTranslation('identity');
  const at = SHOWN.indexOf(step);
  return (
    <ol className="steps">
      {SHOWN.map((each, index) => (
        <li
          key={each}
          className={index < at ? 'done' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          {index < at && <Check size={13} aria-hidden />}
          {t(`enrol.step.${each}`)}
        </li>
      ))}
    </ol>
  );
}

import { TECHNICAL_CHECKS, type TechnicalCheck } from '@qafila/shared/branding/decisions.rules';
import type { DesignSpecView } from '@qafila/shared/branding/production-spec-views';
import { lockSpec } from '@qafila/shared/branding/production-specs.contract';
import { Lock, X } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Dialog } from '../../../ui/dialog';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { RefuseForm } from './refuse-form';
import { useCheckFacts } from './use-check-facts';
import { useCheckStep } from './use-check-step';

interface CheckProps {
  readonly spec: DesignSpecView;
}

/** The technical check of a spec that waits for it; whoever may not take it reads why. */
export function CheckCard({ spec }: CheckProps): ReactNode {
  const { t } = useTranslation('checks');
  const say = useSay();
  const lock = spec.actions.find(({ step }) => step === 'lock');
  const [blocker] = lock?.reasons ?? [];
  return (
    <Card title={t('check.title')}>
      <p className="small muted">{t('check.text')}</p>
      {lock?.allowed ? (
        <CheckForm spec={spec} />
      ) : (
        blocker !== undefined && (
          <p className="spec-blocked" role="note">
            {say.reason({ code: blocker, params: {} })}
          </p>
        )
      )}
    </Card>
  );
}

function CheckForm({ spec }: CheckProps): ReactNode {
  const { t } = useTranslation('checks');
  const factOf = useCheckFacts(spec);
  const key = useRef(newKey());
  const [ticked, setTicked] = useState<readonly TechnicalCheck[]>([]);
  const [isRefusing, setRefusing] = useState(false);
  const lock = useCheckStep(spec.id, {
    run: () =>
      call(lockSpec, {
        params: { id: spec.id },
        ifMatch: spec.revision,
        idempotencyKey: key.current,
        body: { checks: [...ticked] },
      }),
    onDone: () => sayDone(t('check.locked')),
  });
  const toggle = (check: TechnicalCheck): void => {
    key.current = newKey();
    setTicked(ticked.includes(check) ? ticked.filter((each) => each !== check) : [...ticked, check]);
  };
  const isWhole = ticked.length === TECHNICAL_CHECKS.length;
  return (
    <>
      <ul className="spec-checks">
        {TECHNICAL_CHECKS.map((check) => (
          <Tick
            key={check}
            check={check}
            fact={factOf(check)}
            isOn={ticked.includes(check)}
            onToggle={() => toggle(check)}
          />
        ))}
      </ul>
      <ErrorLine error={lock.error} />
      <div className="inline spec-verdicts">
        <Button
          kind="primary"
          icon={Lock}
          busy={lock.isPending}
          onClick={() => lock.mutate()}
          {...(isWhole ? {} : { reason: t('check.tickFirst') })}
        >
          {t('check.lock')}
        </Button>
        <Button kind="danger" icon={X} onClick={() => setRefusing(true)}>
          {t('refuse.do')}
        </Button>
      </div>
      <Dialog title={t('refuse.do')} isOpen={isRefusing} onClose={() => setRefusing(false)}>
        {isRefusing && <RefuseForm spec={spec} onClose={() => setRefusing(false)} />}
      </Dialog>
    </>
  );
}

interface TickProps {
  readonly check: TechnicalCheck;
  /** What the record says of it. */
  readonly fact: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function Tick({ check, fact, isOn, onToggle }: TickProps): ReactNode {
  const { t } = useTranslation('checks');
  const factId = useId();
  return (
    <li>
      <label className="rights-tick">
        <input type="checkbox" checked={isOn} aria-describedby={factId} onChange={onToggle} />
        <span>{t(`check.of.${check}`)}</span>
      </label>
      <p id={factId} className="small muted spec-fact">
        {fact}
      </p>
    </li>
  );
}

import { movePackaging, type PackagingView } from '@qafila/shared/branding/packaging.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { PACKAGING_KEY, packagingQuery } from './api';

const STEPS = ['finish', 'archive', 'restore'] as const;
type Step = (typeof STEPS)[number];

/** The steps a packaging spec can take now; what stands against calling it ready is said. */
export function PackagingSteps(props: {
  readonly spec: PackagingView;
  readonly isChanged: boolean;
}): ReactNode {
  const { t } = useTranslation('packaging');
  const say = useSay();
  const client = useQueryClient();
  const reasonsId = useId();
  const { spec, isChanged } = props;
  const move = useMutation({
    mutationFn: (step: Step) =>
      call(movePackaging, { params: { id: spec.id }, ifMatch: spec.version, body: { step } }),
    onSuccess: async (saved, step) => {
      client.setQueryData(packagingQuery(spec.id).queryKey, saved);
      sayDone(t(`step.done.${step}`));
      await client.invalidateQueries({ queryKey: [...PACKAGING_KEY, 'list'] });
    },
  });
  const actions = STEPS.flatMap((step) => {
    const action = spec.actions.find((each) => each.step === step);
    // A step of another state is no step now; one that is blocked says why.
    const isOfState = action && !action.reasons.some(({ code }) => code === 'WRONG_STATE');
    return isOfState ? [{ ...action, step }] : [];
  });
  const blockers = actions.flatMap(({ reasons }) => reasons);
  const unsaved = isChanged ? t('step.saveFirst') : null;
  const isOff = (step: Step, allowed: boolean): boolean => !allowed || (step === 'finish' && isChanged);
  return (
    <div className="stack stack-tight">
      <div className="inline">
        {actions.map(({ step, allowed }) => (
          <Button
            key={step}
            busy={move.isPending && move.variables === step}
            {...(isOff(step, allowed) ? { reasonId: reasonsId } : {})}
            onClick={() => move.mutate(step)}
          >
            {t(`step.${step}`)}
          </Button>
        ))}
      </div>
      <ul className="reason" id={reasonsId}>
        {blockers.map((reason) => (
          <li key={reason.code}>{say.reason(reason)}</li>
        ))}
        {unsaved && actions.some(({ step }) => step === 'finish') && <li>{unsaved}</li>}
      </ul>
      <ErrorLine error={move.error} />
    </div>
  );
}

import { moveProfile, type ProfileDetail, type ProfileStep } from '@qafila/shared/branding/profiles.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { cardsQuery, profileQuery } from './api';

/** The steps a profile can take now; a step that cannot be taken says why. */
export function ProfileSteps({ profile }: { readonly profile: ProfileDetail }): ReactNode {
  const { t } = useTranslation('profiles');
  const say = useSay();
  const client = useQueryClient();
  const key = useRef(newKey());
  const [isLeaving, setLeaving] = useState(false);
  const reasonsId = useId();
  const move = useMutation({
    mutationFn: (step: ProfileStep) =>
      call(moveProfile, { params: { id: profile.id }, body: { step }, idempotencyKey: key.current }),
    onSuccess: async (saved, step) => {
      client.setQueryData(profileQuery(profile.id).queryKey, saved);
      setLeaving(false);
      sayDone(t(`step.done.${step}`));
      await client.invalidateQueries({ queryKey: cardsQuery.queryKey });
    },
    onSettled: () => {
      key.current = newKey();
    },
  });
  const against = profile.actions.flatMap(({ reasons }) => reasons);
  const take = (step: ProfileStep): void => {
    if (step === 'archive') setLeaving(true);
    else move.mutate(step);
  };
  return (
    <div className="profile-steps">
      <div className="inline">
        {profile.actions.map(({ step, allowed }) => (
          <Button
            key={step}
            kind={step === 'activate' ? 'primary' : 'plain'}
            busy={move.isPending && move.variables === step}
            {...(allowed ? {} : { reasonId: reasonsId })}
            onClick={() => take(step)}
          >
            {t(`step.${step}`)}
          </Button>
        ))}
      </div>
      {against.length > 0 && (
        <ul className="reason" id={reasonsId}>
          {against.map((reason) => (
            <li key={reason.code}>{say.reason(reason)}</li>
          ))}
        </ul>
      )}
      {!isLeaving && <ErrorLine error={move.error} />}
      <Dialog
        title={t('step.archiveTitle')}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        size="small"
      >
        <p>{t('step.archiveText')}</p>
        <ErrorLine error={move.error} />
        <div className="dialog-actions">
          <Button onClick={() => setLeaving(false)}>{t('ui:cancel')}</Button>
          <Button kind="danger" busy={move.isPending} onClick={() => move.mutate('archive')}>
            {t('step.archive')}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}

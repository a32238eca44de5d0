import {
  leaveCompany,
  type MemberView,
  reinstateMember,
  removeMember,
  suspendMember,
} from '@qafila/shared/traders/members.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useReplaceSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { SelectField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { COMPANY_KEY } from './api';

export type PartStep = 'suspend' | 'reinstate' | 'remove' | 'leave';
const WORDS = {
  suspend: { title: 'member.suspend', text: 'member.suspendText', done: 'member.suspendedNow' },
  reinstate: { title: 'member.reinstate', text: 'member.reinstated', done: 'member.reinstated' },
  remove: { title: 'member.remove', text: 'member.removeText', done: 'member.removed' },
  leave: { title: 'people.leave', text: 'member.leaveText', done: 'people.leave' },
} as const;

interface PartDialogProps {
  readonly step: PartStep | null;
  readonly member: MemberView | null;
  readonly people: readonly MemberView[];
  readonly onClose: () => void;
}

/** Says in one sentence what will happen to somebody's access, asks who takes over his drafts, and does it. */
export function PartDialog({ step, member, people, onClose }: PartDialogProps): ReactNode {
  const { t } = useTranslation('company');
  return (
    <Dialog
      title={step && member ? `${t(WORDS[step].title)}: ${member.name}` : ''}
      isOpen={step !== null && member !== null}
      onClose={onClose}
      size="small"
    >
      {step && member && <PartForm step={step} member={member} people={people} onClose={onClose} />}
    </Dialog>
  );
}

interface FormProps {
  readonly step: PartStep;
  readonly member: MemberView;
  readonly people: readonly MemberView[];
  readonly onClose: () => void;
}

function stepCall({ step, member }: Pick<FormProps, 'step' | 'member'>, heir: string | null) {
  const params = { id: member.id };
  if (step === 'leave') return call(leaveCompany, { body: { handOverTo: heir } });
  if (step === 'remove') return call(removeMember, { params, body: { handOverTo: heir } });
  return call(step === 'suspend' ? suspendMember : reinstateMember, { params });
}

function PartForm({ step, member, people, onClose }: FormProps): ReactNode {
  const { t } = useTranslation('company');
  const client = useQueryClient();
  const replaceSession = useReplaceSession();
  const [heir, setHeir] = useState('');
  const asksHeir = (step === 'remove' || step === 'leave') && member.drafts > 0;
  const act = useMutation({
    mutationFn: () => stepCall({ step, member }, heir === '' ? null : heir),
    onSuccess: async () => {
      if (step === 'leave') return replaceSession(null);
      await client.invalidateQueries({ queryKey: COMPANY_KEY });
      sayDone(t(WORDS[step].done, { name: member.name }));
      onClose();
    },
  });
  const heirs = people.filter((each) => each.id !== member.id && each.state === 'active');
  const needsHeir = asksHeir && heir === '';
  return (
    <>
      <p>{t(WORDS[step].text, { name: member.name })}</p>
      {asksHeir && (
        <SelectField
          label={t('member.handOver')}
          value={heir}
          options={[
            { value: '', text: t('member.choose') },
            ...heirs.map((each) => ({ value: each.id, text: each.name })),
          ]}
          onChange={setHeir}
        />
      )}
      <ErrorLine error={act.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button
          kind={step === 'reinstate' ? 'primary' : 'danger'}
          busy={act.isPending}
          onClick={() => act.mutate()}
          {...(needsHeir ? { reason: t('member.handOver') } : {})}
        >
          {t(WORDS[step].title)}
        </Button>
      </div>
    </>
  );
}

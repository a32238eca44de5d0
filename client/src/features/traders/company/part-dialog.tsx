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
import { CodeConfirm } from '../../../ui/code-confirm';
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

/** Who takes the drafts of one who goes, where he has any. */
function useHeir({ step, member, people }: FormProps) {
  const { t } = useTranslation('company');
  const [heir, setHeir] = useState('');
  const asks = (step === 'remove' || step === 'leave') && member.drafts > 0;
  const heirs = people.filter((each) => each.id !== member.id && each.state === 'active');
  const field = asks ? (
    <SelectField
      label={t('member.handOver')}
      value={heir}
      options={[
        { value: '', text: t('member.choose') },
        ...heirs.map((each) => ({ value: each.id, text: each.name })),
      ]}
      onChange={setHeir}
    />
  ) : null;
  const why = asks && heir === '' ? t('member.handOver') : undefined;
  return { field, why, handOverTo: heir === '' ? null : heir };
}

function useDone({ step, member, onClose }: FormProps): () => Promise<void> {
  const { t } = useTranslation('company');
  const client = useQueryClient();
  const replaceSession = useReplaceSession();
  return async () => {
    if (step === 'leave') return replaceSession(null);
    await client.invalidateQueries({ queryKey: COMPANY_KEY });
    sayDone(t(WORDS[step].done, { name: member.name }));
    onClose();
  };
}

function PartForm(props: FormProps): ReactNode {
  const { t } = useTranslation('company');
  const { step, member, onClose } = props;
  const { field, why, handOverTo } = useHeir(props);
  const done = useDone(props);
  const params = { id: member.id };
  const common = { confirm: t(WORDS[step].title), onClose, onDone: () => void done() };
  return (
    <>
      <p>{t(WORDS[step].text, { name: member.name })}</p>
      {field}
      {step === 'remove' && (
        <CodeConfirm
          endpoint={removeMember}
          input={{ params, body: { handOverTo } }}
          danger
          reason={why}
          {...common}
        />
      )}
      {step === 'reinstate' && <CodeConfirm endpoint={reinstateMember} input={{ params }} {...common} />}
      {(step === 'suspend' || step === 'leave') && (
        <PlainActions
          {...common}
          reason={why}
          act={() =>
            step === 'leave' ? call(leaveCompany, { body: { handOverTo } }) : call(suspendMember, { params })
          }
        />
      )}
    </>
  );
}

interface PlainProps {
  readonly confirm: string;
  readonly reason: string | undefined;
  readonly act: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function PlainActions({ confirm, reason, act, onDone, onClose }: PlainProps): ReactNode {
  const { t } = useTranslation('company');
  const acting = useMutation({ mutationFn: act, onSuccess: onDone });
  return (
    <>
      <ErrorLine error={acting.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button
          kind="danger"
          busy={acting.isPending}
          onClick={() => acting.mutate()}
          {...(reason === undefined ? {} : { reason })}
        >
          {confirm}
        </Button>
      </div>
    </>
  );
}

import { isCurrency } from '@qafila/shared/kernel/currency';
import { changeMember, type MemberView } from '@qafila/shared/traders/members.contract';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { sayDone } from '../../../ui/toast';
import { COMPANY_KEY } from './api';
import { ApprovalField, approvalOf, approvalText } from './approval-field';
import { draftOf, LimitFields, limitOf } from './limit-fields';
import { PartDialog, type PartStep } from './part-dialog';
import { type Rights, RightsPicker } from './rights-picker';

interface MemberDialogProps {
  readonly member: MemberView | null;
  readonly people: readonly MemberView[];
  readonly onClose: () => void;
}

/** Roles and limit of a member, confirmed by a fresh code; and the ways to shut him out. */
export function MemberDialog({ member, people, onClose }: MemberDialogProps): ReactNode {
  const { t } = useTranslation('company');
  const [step, setStep] = useState<PartStep | null>(null);
  const [parting, setParting] = useState<MemberView | null>(null);
  const part = (next: PartStep): void => {
    setParting(member);
    setStep(next);
    onClose();
  };
  return (
    <>
      <Dialog
        title={t('member.title', { name: member?.name ?? '' })}
        isOpen={member !== null}
        onClose={onClose}
        size="large"
      >
        {member && (
          <>
            <MemberForm key={member.id} member={member} onClose={onClose} />
            {!member.isYou && <AccessActions member={member} onPart={part} />}
          </>
        )}
      </Dialog>
      <PartDialog step={step} member={parting} people={people} onClose={() => setStep(null)} />
    </>
  );
}

function AccessActions({
  member,
  onPart,
}: {
  readonly member: MemberView;
  readonly onPart: (step: PartStep) => void;
}): ReactNode {
  const { t } = useTranslation('company');
  return (
    <div className="access-actions">
      <span className="field-label">{t('member.access')}</span>
      {member.state === 'active' && (
        <Button size="small" onClick={() => onPart('suspend')}>
          {t('member.suspend')}
        </Button>
      )}
      {member.state === 'suspended' && (
        <Button size="small" onClick={() => onPart('reinstate')}>
          {t('member.reinstate')}
        </Button>
      )}
      <Button size="small" kind="danger" onClick={() => onPart('remove')}>
        {t('member.remove')}
      </Button>
    </div>
  );
}

function MemberForm({
  member,
  onClose,
}: {
  readonly member: MemberView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('company');
  const client = useQueryClient();
  const given = useSession().company?.currency ?? 'SAR';
  const currency = isCurrency(given) ? given : 'SAR';
  const before: Rights = { roles: member.roles, ownRoleIds: member.ownRoles.map((role) => role.id) };
  const [rights, setRights] = useState(before);
  const [draft, setDraft] = useState(() => draftOf(member.limit));
  const [approval, setApproval] = useState(() => approvalText(member.approvalLimit));
  const limit = limitOf(draft, currency);
  const approvalLimit = approvalOf(approval, currency);
  const isSame =
    sorted(rights) === sorted(before) &&
    approval === approvalText(member.approvalLimit) &&
    JSON.stringify(draft) === JSON.stringify(draftOf(member.limit));
  const why =
    rights.roles.length === 0
      ? t('member.needRole')
      : limit === undefined || approvalLimit === undefined
        ? t('limit.amountWrong')
        : isSame
          ? t('member.same')
          : undefined;
  return (
    <>
      <RightsPicker chosen={rights} onChange={setRights} />
      <LimitFields title={t('limit.title')} draft={draft} currency={currency} onChange={setDraft} />
      <ApprovalField text={approval} currency={currency} onChange={setApproval} />
      {sorted(rights) !== sorted(before) && <p className="small muted">{t('member.endsSessions')}</p>}
      <CodeConfirm
        endpoint={changeMember}
        input={{
          params: { id: member.id },
          ifMatch: member.version,
          body: {
            roles: [...rights.roles],
            ownRoleIds: [...rights.ownRoleIds],
            limit: limit ?? null,
            approvalLimit: approvalLimit ?? null,
          },
        }}
        comesLast
        confirm={t('member.save')}
        reason={why}
        onClose={onClose}
        onDone={() => {
          void client.invalidateQueries({ queryKey: COMPANY_KEY });
          sayDone(t('member.saved', { name: member.name }));
          onClose();
        }}
      />
    </>
  );
}

const sorted = (rights: Rights): string =>
  [[...rights.roles].sort(), [...rights.ownRoleIds].sort()].map(String).join('/');

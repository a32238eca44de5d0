import { STAFF_ROLES, type StaffRole } from '@qafila/shared/access/roles';
import { changeStaffRole, type StaffPersonView } from '@qafila/shared/store/staff.contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { sayDone } from '../../../ui/toast';
import { useStoreChanged } from '../api';
import { named } from '../named';
import { needsTwo } from './role-boxes';

const SHORTEST = 3;
interface Picked {
  readonly role: StaffRole;
  readonly step: 'grant' | 'revoke';
}
interface RolesDialogProps {
  readonly person: StaffPersonView;
  readonly onClose: () => void;
}

/** The roles of one person; one role is changed at a time, with a reason and a code. */
export function RolesDialog({ person, onClose }: RolesDialogProps): ReactNode {
  const { t } = useTranslation('store');
  const [picked, setPicked] = useState<Picked | null>(null);
  return (
    <Dialog title={t('roles.title', { name: named(person.name) })} isOpen onClose={onClose} size="large">
      {picked ? (
        <ChangeOne person={person} picked={picked} onBack={() => setPicked(null)} />
      ) : (
        <RoleList person={person} onPick={setPicked} />
      )}
    </Dialog>
  );
}

function RoleList({
  person,
  onPick,
}: {
  readonly person: StaffPersonView;
  readonly onPick: (picked: Picked) => void;
}): ReactNode {
  const { t } = useTranslation(['store', 'app']);
  return (
    <ul className="role-list">
      {STAFF_ROLES.map((role) => {
        const step = person.roles.includes(role) ? ('revoke' as const) : ('grant' as const);
        const isWaiting = person.waiting.some((change) => change.role === role);
        const word = t(`app:role.${role}`);
        return (
          <li key={role}>
            <div className="grow">
              <b>{word}</b> {step === 'revoke' && <Chip tone="ok">{t('roles.held')}</Chip>}
              <div className="small muted">{t(`roles.about.${role}`)}</div>
            </div>
            <Button
              size="small"
              kind={step === 'revoke' ? 'danger' : 'plain'}
              label={`${t(`roles.${step}`)}: ${word}`}
              onClick={() => onPick({ role, step })}
              {...(isWaiting ? { reason: t('roles.waits') } : {})}
            >
              {t(`roles.${step}`)}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

interface ChangeOneProps {
  readonly person: StaffPersonView;
  readonly picked: Picked;
  readonly onBack: () => void;
}

function ChangeOne({ person, picked: { role, step }, onBack }: ChangeOneProps): ReactNode {
  const { t } = useTranslation(['store', 'app']);
  const changed = useStoreChanged('staff');
  const [reason, setReason] = useState('');
  const words = { role: t(`app:role.${role}`), name: named(person.name) };
  return (
    <>
      <p>
        <b>{t(step === 'grant' ? 'waiting.grant' : 'waiting.revoke', words)}</b>
      </p>
      <p>{t(needsTwo(role) ? 'roles.leadTwo' : 'roles.lead', words)}</p>
      <TextField
        label={t('roles.reason')}
        hint={t('roles.reasonHint')}
        maxLength={200}
        value={reason}
        onChange={setReason}
        data-autofocus
      />
      <CodeConfirm
        endpoint={changeStaffRole}
        input={{ params: { id: person.id }, body: { role, step, reason } }}
        confirm={t(needsTwo(role) ? 'roles.propose' : `roles.${step}`)}
        danger={step === 'revoke'}
        reason={reason.trim().length < SHORTEST ? t('roles.needReason') : undefined}
        onClose={onBack}
        onDone={({ outcome }) => {
          sayDone(t(outcome === 'done' ? 'roles.done' : 'roles.proposed'));
          onBack();
          void changed();
        }}
      />
    </>
  );
}

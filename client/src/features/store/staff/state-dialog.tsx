import { returnStaff, type StaffPersonView, suspendStaff } from '@qafila/shared/store/staff.contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { sayDone } from '../../../ui/toast';
import { useStoreChanged } from '../api';
import { named } from '../named';

const SHORTEST = 3;
interface StateDialogProps {
  readonly person: StaffPersonView;
  readonly onClose: () => void;
}

/** Keeps somebody out, or lets him in again. */
export function StateDialog({ person, onClose }: StateDialogProps): ReactNode {
  const { t } = useTranslation('store');
  const changed = useStoreChanged('staff');
  const [reason, setReason] = useState('');
  const isActive = person.state === 'active';
  const step = isActive ? 'suspend' : 'return';
  return (
    <Dialog title={t(`state.${step}Title`, { name: named(person.name) })} isOpen onClose={onClose}>
      <p>{t(`state.${step}Lead`)}</p>
      <TextField
        label={t('roles.reason')}
        maxLength={200}
        value={reason}
        onChange={setReason}
        data-autofocus
      />
      <CodeConfirm
        endpoint={isActive ? suspendStaff : returnStaff}
        input={{ params: { id: person.id }, body: { reason } }}
        confirm={t(isActive ? 'staff.suspend' : 'staff.return')}
        danger={isActive}
        reason={reason.trim().length < SHORTEST ? t('roles.needReason') : undefined}
        onClose={onClose}
        onDone={() => {
          sayDone(t(`state.${step}Done`));
          onClose();
          void changed();
        }}
      />
    </Dialog>
  );
}

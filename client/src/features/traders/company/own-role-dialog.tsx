import { TRADER_PERMISSIONS, type TraderPermission } from '@qafila/shared/access/permissions';
import { createOwnRole, editOwnRole } from '@qafila/shared/traders/members.contract';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../lib/session';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { sayDone } from '../../../ui/toast';
import { COMPANY_KEY, type OwnRole } from './api';
import { permissionKey } from './permission-key';

interface OwnRoleDialogProps {
  readonly edited: OwnRole | 'new' | null;
  readonly onClose: () => void;
}

/** A role of the company's own: a name and rights, of which one can tick what one has. */
export function OwnRoleDialog({ edited, onClose }: OwnRoleDialogProps): ReactNode {
  const { t } = useTranslation('company');
  return (
    <Dialog
      title={edited === null || edited === 'new' ? t('own.add') : edited.name}
      isOpen={edited !== null}
      onClose={onClose}
      size="large"
    >
      {edited !== null && <OwnRoleForm known={edited === 'new' ? null : edited} onClose={onClose} />}
    </Dialog>
  );
}

function OwnRoleForm({
  known,
  onClose,
}: {
  readonly known: OwnRole | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('company');
  const client = useQueryClient();
  const [name, setName] = useState(known?.name ?? '');
  const [permissions, setPermissions] = useState<readonly TraderPermission[]>(known?.permissions ?? []);
  const why =
    name.trim().length < 2 ? t('own.needName') : permissions.length === 0 ? t('own.needRight') : undefined;
  const body = { name: name.trim(), permissions: [...permissions] };
  const common = {
    comesLast: true,
    confirm: t('own.save'),
    reason: why,
    onClose,
    onDone: () => {
      void client.invalidateQueries({ queryKey: COMPANY_KEY });
      sayDone(t('own.saved'));
      onClose();
    },
  };
  return (
    <>
      <TextField label={t('own.name')} value={name} onChange={setName} data-autofocus />
      <RightBoxes chosen={permissions} onChange={setPermissions} />
      {known && known.holders > 0 && <p className="small muted">{t('member.endsSessions')}</p>}
      {known ? (
        <CodeConfirm
          endpoint={editOwnRole}
          input={{ params: { id: known.id }, ifMatch: known.version, body }}
          {...common}
        />
      ) : (
        <CodeConfirm endpoint={createOwnRole} input={{ body }} {...common} />
      )}
    </>
  );
}

function RightBoxes({
  chosen,
  onChange,
}: {
  readonly chosen: readonly TraderPermission[];
  readonly onChange: (chosen: readonly TraderPermission[]) => void;
}): ReactNode {
  const { t } = useTranslation('company');
  const { permissions } = useSession();
  return (
    <fieldset className="right-boxes">
      <legend className="field-label">{t('own.rights')}</legend>
      {TRADER_PERMISSIONS.map((each) => (
        <label key={each} className="check-line">
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            disabled={!permissions.includes(each)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, each] : chosen.filter((other) => other !== each))
            }
          />
          {t(permissionKey(each))}
        </label>
      ))}
    </fieldset>
  );
}

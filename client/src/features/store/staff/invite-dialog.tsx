import type { StaffRole } from '@qafila/shared/access/roles';
import { inviteStaff } from '@qafila/shared/store/staff.contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { SelectField, TextField } from '../../../ui/field';
import { sayDone } from '../../../ui/toast';
import { useStoreChanged } from '../api';
import { needsTwo, RoleBoxes } from './role-boxes';

/** Name, mail, language and roles of somebody new. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('store');
  const changed = useStoreChanged('staff');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [locale, setLocale] = useState<'en' | 'ar'>('ar');
  const [roles, setRoles] = useState<StaffRole[]>([]);
  const body = { name, email, locale, roles };
  const isWhole = inviteStaff.body.safeParse(body).success;
  return (
    <Dialog title={t('invite.title')} isOpen onClose={onClose} size="large">
      <div className="two-fields">
        <TextField label={t('invite.name')} value={name} onChange={setName} data-autofocus />
        <TextField label={t('invite.email')} dir="ltr" inputMode="email" value={email} onChange={setEmail} />
      </div>
      <SelectField
        label={t('invite.locale')}
        value={locale}
        options={[
          { value: 'ar', text: 'العربية' },
          { value: 'en', text: 'English' },
        ]}
        onChange={(value) => setLocale(value === 'en' ? 'en' : 'ar')}
      />
      <RoleBoxes label={t('invite.roles')} chosen={roles} onChange={setRoles} />
      <p className="small">{t(roles.some(needsTwo) ? 'invite.leadTwo' : 'invite.lead')}</p>
      <CodeConfirm
        endpoint={inviteStaff}
        input={{ body }}
        confirm={t('invite.confirm')}
        reason={isWhole ? undefined : t('invite.complete')}
        onClose={onClose}
        onDone={({ state }) => {
          sayDone(t(state === 'open' ? 'invite.sent' : 'invite.waits'));
          onClose();
          void changed();
        }}
      />
    </Dialog>
  );
}

import { isCurrency } from '@qafila/shared/kernel/currency';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { inviteMember } from '@qafila/shared/traders/members.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { usePermission, useSession } from '../../../lib/session';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { SelectField, TextField } from '../../../ui/field';
import { sayDone } from '../../../ui/toast';
import { COMPANY_KEY, companyQuery } from './api';
import { ApprovalField, approvalOf } from './approval-field';
import { draftOf, LimitFields, limitOf } from './limit-fields';
import { type Rights, RightsPicker } from './rights-picker';

const LANGUAGES = { en: 'English', ar: 'العربية', no: 'Norsk', fr: 'Français' } as const;

interface InviteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** Name, mail, roles and limit of somebody new; sent after a fresh code. */
export function InviteDialog({ isOpen, onClose, onSent }: InviteProps): ReactNode {
  const { t } = useTranslation('company');
  return (
    <Dialog title={t('invite.title')} isOpen={isOpen} onClose={onClose} size="large">
      {isOpen && <InviteForm onClose={onClose} onSent={onSent} />}
    </Dialog>
  );
}

function InviteForm({ onClose, onSent }: Omit<InviteProps, 'isOpen'>): ReactNode {
  const { t } = useTranslation('company');
  const client = useQueryClient();
  const { locale: own } = useLocale();
  const company = useQuery({ ...companyQuery, enabled: usePermission('company:read') });
  const given = useSession().company?.currency ?? 'SAR';
  const currency = isCurrency(given) ? given : 'SAR';
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const [rights, setRights] = useState<Rights>({ roles: ['buyer'], ownRoleIds: [] });
  const [draft, setDraft] = useState(() => draftOf(null));
  const [approval, setApproval] = useState('');
  const locale = LOCALES.find((each) => each === picked) ?? company.data?.locale ?? own;
  const limit = limitOf(draft, currency);
  const approvalLimit = approvalOf(approval, currency);
  const isNamed = name.trim().length > 1 && email.includes('@');
  const why = !isNamed
    ? t('invite.needFields')
    : rights.roles.length === 0
      ? t('member.needRole')
      : limit === undefined || approvalLimit === undefined
        ? t('limit.amountWrong')
        : undefined;
  return (
    <>
      <div className="two-parts">
        <TextField
          label={t('invite.name')}
          value={name}
          onChange={setName}
          data-autofocus
          autoComplete="off"
        />
        <TextField
          label={t('invite.email')}
          type="email"
          dir="ltr"
          value={email}
          onChange={setEmail}
          autoComplete="off"
        />
      </div>
      <SelectField
        label={t('invite.locale')}
        value={locale}
        options={LOCALES.map((value) => ({ value, text: LANGUAGES[value] }))}
        onChange={setPicked}
      />
      <RightsPicker chosen={rights} onChange={setRights} />
      <LimitFields title={t('limit.title')} draft={draft} currency={currency} onChange={setDraft} />
      <ApprovalField text={approval} currency={currency} onChange={setApproval} />
      <p className="small muted">{t('invite.hint')}</p>
      <CodeConfirm
        endpoint={inviteMember}
        input={{
          body: {
            name: name.trim(),
            email: email.trim(),
            locale,
            roles: [...rights.roles],
            ownRoleIds: [...rights.ownRoleIds],
            limit: limit ?? null,
            approvalLimit: approvalLimit ?? null,
          },
        }}
        comesLast
        confirm={t('invite.send')}
        reason={why}
        onClose={onClose}
        onDone={() => {
          void client.invalidateQueries({ queryKey: COMPANY_KEY });
          sayDone(t('invite.sent', { email: email.trim() }));
          onSent();
        }}
      />
    </>
  );
}

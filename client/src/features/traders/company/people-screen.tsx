import './styles/company.css';
import { UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { usePermission } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { Segments } from '../../../ui/segments';
import { Invitations } from './invitations';
import { InviteDialog } from './invite-dialog';
import { Members } from './members';
import { RolesView } from './roles-view';

const VIEWS = ['members', 'invitations', 'roles'] as const;

/** People of the company, who is invited, and what each role may do; the view stands in the address. */
export function PeopleScreen(): ReactNode {
  const { t } = useTranslation('company');
  const canManage = usePermission('member:manage');
  const [view, setView] = useAddressValue('view', VIEWS, 'members');
  const [isInviting, setInviting] = useState(false);
  const invite = (): void => setInviting(true);
  return (
    <Page
      title={t('people.title')}
      sub={t('people.sub')}
      actions={
        canManage ? (
          <Button kind="primary" icon={UserPlus} onClick={invite}>
            {t('people.invite')}
          </Button>
        ) : undefined
      }
    >
      <div>
        <Segments
          label={t('people.views')}
          value={view}
          onChange={setView}
          options={VIEWS.map((value) => ({ value, text: t(`people.${value}`) }))}
        />
      </div>
      {view === 'members' && <Members />}
      {view === 'invitations' && <Invitations onInvite={canManage ? invite : null} />}
      {view === 'roles' && <RolesView />}
      <InviteDialog
        isOpen={isInviting}
        onClose={() => setInviting(false)}
        onSent={() => {
          setInviting(false);
          setView('invitations');
        }}
      />
    </Page>
  );
}

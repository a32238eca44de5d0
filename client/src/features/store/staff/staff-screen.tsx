import '../styles/store.css';
import type { StaffPersonView, StaffView } from '@qafila/shared/store/staff.contract';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { TableSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { staffQuery } from '../api';
import { InvitationsCard } from './invitations-card';
import { InviteDialog } from './invite-dialog';
import { RolesDialog } from './roles-dialog';
import { StateDialog } from './state-dialog';
import { WaitingCard } from './waiting-card';

/** Staff: who is in, with which roles, and what waits for a second person. */
export function StaffScreen(): ReactNode {
  const { t } = useTranslation('store');
  const staff = useQuery(staffQuery);
  const [isInviting, setInviting] = useState(false);
  return (
    <Page
      title={t('staff.title')}
      sub={t('staff.sub')}
      actions={
        staff.data?.mayManage ? (
          <Button kind="primary" icon={UserPlus} onClick={() => setInviting(true)}>
            {t('staff.invite')}
          </Button>
        ) : undefined
      }
    >
      {staff.isError && <ErrorState error={staff.error} onRetry={() => void staff.refetch()} />}
      {staff.isPending && <TableSkeleton rows={7} columns={5} />}
      {staff.data && (
        <div className="stack">
          <WaitingCard staff={staff.data} />
          <People staff={staff.data} />
          <InvitationsCard invitations={staff.data.invitations} />
        </div>
      )}
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}

function People({ staff }: { readonly staff: StaffView }): ReactNode {
  const { t } = useTranslation('store');
  const [rolesOf, setRolesOf] = useState<string | null>(null);
  const [stateOf, setStateOf] = useState<StaffPersonView | null>(null);
  const columns = useColumns({
    mayManage: staff.mayManage,
    onRoles: (person) => setRolesOf(person.id),
    onState: setStateOf,
  });
  const person = staff.people.find((each) => each.id === rolesOf);
  return (
    <>
      <DataTable
        caption={t('staff.title')}
        columns={columns}
        rows={staff.people}
        rowKey={(row) => row.id}
        cards
      />
      {person && <RolesDialog person={person} onClose={() => setRolesOf(null)} />}
      {stateOf && <StateDialog person={stateOf} onClose={() => setStateOf(null)} />}
    </>
  );
}

interface ColumnActions {
  readonly mayManage: boolean;
  readonly onRoles: (person: StaffPersonView) => void;
  readonly onState: (person: StaffPersonView) => void;
}

function useColumns(actions: ColumnActions): Column<StaffPersonView>[] {
  const { t } = useTranslation(['store', 'app']);
  const format = useFormats();
  return [
    {
      key: 'name',
      head: t('staff.name'),
      cell: (row) => (
        <>
          <b>
            <bdi>{row.name}</bdi>
          </b>
          {row.isSelf && <span className="small muted"> · {t('staff.you')}</span>}
          <div className="small muted">
            <Code>{row.email}</Code>
          </div>
        </>
      ),
    },
    {
      key: 'roles',
      head: t('staff.roles'),
      cell: (row) => (
        <span className="chips">
          {row.roles.map((role) => (
            <Chip key={role}>{t(`app:role.${role}`)}</Chip>
          ))}
          {row.roles.length === 0 && <span className="small muted">{t('staff.noRoles')}</span>}
        </span>
      ),
    },
    {
      key: 'state',
      head: t('staff.state'),
      cell: (row) => (
        <Chip tone={row.state === 'active' ? 'ok' : 'bad'}>{t(`staff.states.${row.state}`)}</Chip>
      ),
    },
    {
      key: 'seen',
      head: t('staff.seen'),
      cell: (row) => (
        <span className="small muted nowrap">
          {row.lastSeenAt === null ? t('staff.neverSeen') : format.dateTime(row.lastSeenAt)}
        </span>
      ),
    },
    {
      key: 'do',
      head: <span className="sr-only">{t('staff.actions')}</span>,
      cell: (row) => (actions.mayManage && !row.isSelf ? <RowActions person={row} {...actions} /> : null),
    },
  ];
}

function RowActions({
  person,
  onRoles,
  onState,
}: ColumnActions & { readonly person: StaffPersonView }): ReactNode {
  const { t } = useTranslation('store');
  const isActive = person.state === 'active';
  return (
    <span className="inline row-actions">
      <Button size="small" label={t('staff.rolesOf', { name: person.name })} onClick={() => onRoles(person)}>
        {t('staff.changeRoles')}
      </Button>
      <Button
        size="small"
        kind={isActive ? 'danger' : 'plain'}
        label={t(isActive ? 'staff.suspendOf' : 'staff.returnOf', { name: person.name })}
        onClick={() => onState(person)}
      >
        {t(isActive ? 'staff.suspend' : 'staff.return')}
      </Button>
    </span>
  );
}

import { listPeople, type MemberView } from '@qafila/shared/traders/members.contract';
import { LogOut, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { usePermission } from '../../../lib/session';
import { usePages } from '../../../lib/use-pages';
import { Button } from '../../../ui/button';
import { Chip, type Tone } from '../../../ui/chip';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code } from '../../../ui/money';
import { PagedList } from '../../../ui/paged-list';
import { EmptyState } from '../../../ui/states';
import { COMPANY_KEY } from './api';
import { ApprovalLine } from './approval-field';
import { LimitLine } from './limit-line';
import { MemberDialog } from './member-dialog';
import { PartDialog } from './part-dialog';
import { RoleChips } from './role-chips';

const TONE: Readonly<Record<MemberView['state'], Tone>> = {
  enrolling: 'warn',
  active: 'ok',
  suspended: 'bad',
};

/** Who works in the account: roles, limit, state, and what can be changed. */
export function Members(): ReactNode {
  const { t } = useTranslation('company');
  const pages = usePages([...COMPANY_KEY, 'people'], (after, signal) =>
    call(listPeople, { query: after ? { after } : {}, signal }),
  );
  const [edited, setEdited] = useState<MemberView | null>(null);
  const [leaving, setLeaving] = useState<MemberView | null>(null);
  const columns = useColumns({ onEdit: setEdited, onLeave: setLeaving });
  return (
    <PagedList pages={pages} empty={<EmptyState icon={Users} title={t('people.empty')} />}>
      <DataTable
        caption={t('people.members')}
        columns={columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        cards
      />
      <MemberDialog member={edited} people={pages.rows} onClose={() => setEdited(null)} />
      <PartDialog
        step={leaving ? 'leave' : null}
        member={leaving}
        people={pages.rows}
        onClose={() => setLeaving(null)}
      />
    </PagedList>
  );
}

interface Acts {
  readonly onEdit: (member: MemberView) => void;
  readonly onLeave: (member: MemberView) => void;
}

function useColumns({ onEdit, onLeave }: Acts): Column<MemberView>[] {
  const { t } = useTranslation('company');
  const canManage = usePermission('member:manage');
  return [
    {
      key: 'name',
      head: t('people.name'),
      cell: (row) => (
        <>
          <b>
            <bdi>{row.name}</bdi>
          </b>{' '}
          {row.isYou && <Chip icon={null}>{t('people.you')}</Chip>}
          <div className="small muted">
            <Code>{row.email}</Code>
          </div>
        </>
      ),
    },
    {
      key: 'roles',
      head: t('people.role'),
      cell: (row) => <RoleChips roles={row.roles} own={row.ownRoles.map((role) => role.name)} />,
    },
    {
      key: 'limit',
      head: t('people.limit'),
      cell: (row) => (
        <>
          <LimitLine limit={row.limit} />
          <ApprovalLine limit={row.approvalLimit} />
        </>
      ),
    },
    {
      key: 'state',
      head: t('people.state'),
      cell: (row) => <Chip tone={TONE[row.state]}>{t(`member.${row.state}`)}</Chip>,
    },
    {
      key: 'actions',
      head: <span className="sr-only">{t('people.actions')}</span>,
      cell: (row) => (
        <span className="people-actions">
          {canManage && (
            <Button
              size="small"
              label={`${t('people.change')}: ${row.name}`}
              onClick={() => onEdit(row)}
              {...(row.isWithinReach ? {} : { reason: t('people.beyond') })}
            >
              {t('people.change')}
            </Button>
          )}
          {row.isYou && (
            <Button size="small" kind="quiet" icon={LogOut} flipIcon onClick={() => onLeave(row)}>
              {t('people.leave')}
            </Button>
          )}
        </span>
      ),
    },
  ];
}

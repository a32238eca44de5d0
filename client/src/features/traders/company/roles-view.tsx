import { TRADER_PERMISSIONS, type TraderPermission } from '@qafila/shared/access/permissions';
import { ROLE_PERMISSIONS, TRADER_ROLES } from '@qafila/shared/access/roles';
import { removeOwnRole } from '@qafila/shared/traders/members.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Minus, Plus, Shapes } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { usePermission } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Dialog } from '../../../ui/dialog';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState, ErrorLine, ErrorState } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { COMPANY_KEY, type OwnRole, ownRolesQuery } from './api';
import { OwnRoleDialog } from './own-role-dialog';
import { permissionKey } from './permission-key';

/** What every role may do, as a table; below it the roles the company made itself. */
export function RolesView(): ReactNode {
  const { t } = useTranslation('company');
  const canManage = usePermission('member:manage');
  const roles = useQuery(ownRolesQuery);
  const [edited, setEdited] = useState<OwnRole | 'new' | null>(null);
  if (roles.isPending) return <TableSkeleton rows={8} columns={6} />;
  if (roles.isError)
    return <ErrorState error={roles.error} what={t('people.failed')} onRetry={() => void roles.refetch()} />;
  const own = roles.data.rows;
  const add = (
    <Button size="small" icon={Plus} onClick={() => setEdited('new')}>
      {t('own.add')}
    </Button>
  );
  return (
    <div className="stack">
      <Matrix own={own} />
      <Card title={t('own.title')} aside={canManage && own.length > 0 ? add : undefined}>
        <p className="small muted">{t('own.hint')}</p>
        {own.length === 0 && (
          <EmptyState icon={Shapes} title={t('own.empty')} action={canManage ? add : undefined}>
            {t('own.emptyText')}
          </EmptyState>
        )}
        <ul className="own-roles">
          {own.map((role) => (
            <OwnRoleItem key={role.id} role={role} canManage={canManage} onEdit={() => setEdited(role)} />
          ))}
        </ul>
      </Card>
      <OwnRoleDialog edited={edited} onClose={() => setEdited(null)} />
    </div>
  );
}

function Matrix({ own }: { readonly own: readonly OwnRole[] }): ReactNode {
  const { t } = useTranslation('company');
  const columns: readonly { key: string; name: string; rights: readonly TraderPermission[] }[] = [
    ...TRADER_ROLES.map((role) => ({ key: role, name: t(`role.${role}`), rights: ROLE_PERMISSIONS[role] })),
    ...own.map((role) => ({ key: role.id, name: role.name, rights: role.permissions })),
  ];
  return (
    <div className="card table-wrap">
      <table className="table matrix">
        <caption className="sr-only">{t('matrix.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('matrix.right')}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                <bdi>{column.name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {TRADER_PERMISSIONS.map((permission) => (
            <tr key={permission}>
              <th scope="row">{t(permissionKey(permission))}</th>
              {columns.map((column) => (
                <td key={column.key}>
                  <Mark isOn={column.rights.includes(permission)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Mark({ isOn }: { readonly isOn: boolean }): ReactNode {
  const { t } = useTranslation('company');
  const Icon = isOn ? Check : Minus;
  return (
    <span className={isOn ? 'good' : 'muted'}>
      <Icon size={16} aria-hidden />
      <span className="sr-only">{t(isOn ? 'matrix.yes' : 'matrix.no')}</span>
    </span>
  );
}

interface ItemProps {
  readonly role: OwnRole;
  readonly canManage: boolean;
  readonly onEdit: () => void;
}

function OwnRoleItem({ role, canManage, onEdit }: ItemProps): ReactNode {
  const { t } = useTranslation('company');
  const client = useQueryClient();
  const [isLeaving, setLeaving] = useState(false);
  const remove = useMutation({
    mutationFn: () => call(removeOwnRole, { params: { id: role.id } }),
    onSuccess: async () => {
      setLeaving(false);
      await client.invalidateQueries({ queryKey: COMPANY_KEY });
      sayDone(t('own.removed'));
    },
  });
  return (
    <li>
      <div>
        <b>
          <bdi>{role.name}</bdi>
        </b>
        <div className="small muted">
          {t('own.held', { n: role.holders })} ·{' '}
          {role.permissions.map((each) => t(permissionKey(each))).join(' · ')}
        </div>
      </div>
      {canManage && (
        <span className="people-actions">
          <Button size="small" label={`${t('own.edit')}: ${role.name}`} onClick={onEdit}>
            {t('own.edit')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            label={`${t('own.remove')}: ${role.name}`}
            onClick={() => setLeaving(true)}
            {...(role.holders > 0 ? { reason: t('own.inUse') } : {})}
          >
            {t('own.remove')}
          </Button>
        </span>
      )}
      <Dialog
        title={t('own.removeTitle', { name: role.name })}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        size="small"
      >
        <p>{t('own.removeText')}</p>
        <ErrorLine error={remove.error} />
        <div className="dialog-actions">
          <Button onClick={() => setLeaving(false)}>{t('ui:cancel')}</Button>
          <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('own.remove')}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}

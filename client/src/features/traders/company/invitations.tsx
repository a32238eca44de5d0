import {
  type invitationView,
  listInvitations,
  resendInvitation,
  revokeInvitation,
} from '@qafila/shared/traders/members.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MailPlus, UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { usePermission } from '../../../lib/session';
import { usePages } from '../../../lib/use-pages';
import { Button } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { CodeConfirm } from '../../../ui/code-confirm';
import { type Column, DataTable } from '../../../ui/data-table';
import { Dialog } from '../../../ui/dialog';
import { Code } from '../../../ui/money';
import { PagedList } from '../../../ui/paged-list';
import { EmptyState, ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { COMPANY_KEY } from './api';
import { ApprovalLine } from './approval-field';
import { LimitLine } from './limit-line';
import { RoleChips } from './role-chips';

type Row = z.output<typeof invitationView>;

/** Invitations that wait or have expired: send again, take back. */
export function Invitations({ onInvite }: { readonly onInvite: (() => void) | null }): ReactNode {
  const { t } = useTranslation('company');
  const pages = usePages([...COMPANY_KEY, 'invitations'], (after, signal) =>
    call(listInvitations, { query: after ? { after } : {}, signal }),
  );
  const columns = useColumns();
  return (
    <PagedList
      pages={pages}
      empty={
        <EmptyState
          icon={MailPlus}
          title={t('invite.empty')}
          action={
            onInvite && (
              <Button icon={UserPlus} onClick={onInvite}>
                {t('people.invite')}
              </Button>
            )
          }
        >
          {t('invite.emptyText')}
        </EmptyState>
      }
    >
      <DataTable
        caption={t('people.invitations')}
        columns={columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        cards
      />
    </PagedList>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('company');
  const format = useFormats();
  const canManage = usePermission('member:manage');
  return [
    {
      key: 'name',
      head: t('people.name'),
      cell: (row) => (
        <>
          <b>
            <bdi>{row.name}</bdi>
          </b>
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
      cell: (row) => (
        <>
          {row.isExpired ? (
            <Chip tone="bad">{t('invite.expired')}</Chip>
          ) : (
            <Chip tone="warn">{t('invite.waiting', { until: format.date(row.expiresAt) })}</Chip>
          )}
          <div className="small muted">{t('invite.by', { name: format.isolate(row.invitedBy) })}</div>
        </>
      ),
    },
    {
      key: 'actions',
      head: <span className="sr-only">{t('people.actions')}</span>,
      cell: (row) => (canManage ? <InvitationActions row={row} /> : null),
    },
  ];
}

function InvitationActions({ row }: { readonly row: Row }): ReactNode {
  const { t } = useTranslation('company');
  const client = useQueryClient();
  const params = { id: row.id };
  const after = (word: string) => async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: COMPANY_KEY });
    sayDone(word);
  };
  const [isSending, setSending] = useState(false);
  const revoke = useMutation({
    mutationFn: () => call(revokeInvitation, { params }),
    onSuccess: after(t('invite.revoked')),
  });
  return (
    <span className="people-actions">
      <Button size="small" label={`${t('invite.resend')}: ${row.name}`} onClick={() => setSending(true)}>
        {t('invite.resend')}
      </Button>
      <Button
        size="small"
        kind="quiet"
        label={`${t('invite.revoke')}: ${row.name}`}
        busy={revoke.isPending}
        onClick={() => revoke.mutate()}
      >
        {t('invite.revoke')}
      </Button>
      <ErrorLine error={revoke.error} />
      <Dialog
        title={`${t('invite.resend')}: ${row.name}`}
        isOpen={isSending}
        onClose={() => setSending(false)}
        size="small"
      >
        {isSending && (
          <CodeConfirm
            endpoint={resendInvitation}
            input={{ params }}
            confirm={t('invite.resend')}
            onClose={() => setSending(false)}
            onDone={() => {
              setSending(false);
              void after(t('invite.resent'))();
            }}
          />
        )}
      </Dialog>
    </span>
  );
}

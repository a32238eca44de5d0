import {
  approveInvitation,
  approveRoleChange,
  type StaffView,
  withdrawInvitation,
  withdrawRoleChange,
} from '@qafila/shared/store/staff.contract';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { useStoreChanged } from '../api';
import { named } from '../named';

/** One thing that a second person decides: a change of a role, or an invitation with such a role. */
interface Waiting {
  readonly id: string;
  readonly kind: 'role' | 'invitation';
  readonly what: string;
  readonly detail: string;
  readonly mayApprove: boolean;
}

/** What waits for a second person, before everything else. */
export function WaitingCard({ staff }: { readonly staff: StaffView }): ReactNode {
  const { t } = useTranslation('store');
  const items = useWaiting(staff);
  if (items.length === 0) return null;
  return (
    <Card tone="warn" title={t('waiting.title')}>
      <ul className="waiting">
        {items.map((item) => (
          <WaitingItem key={item.id} item={item} />
        ))}
      </ul>
    </Card>
  );
}

function useWaiting({ people, invitations }: StaffView): Waiting[] {
  const { t } = useTranslation(['store', 'app']);
  const format = useFormats();
  const changes = people.flatMap((person) =>
    person.waiting.map(
      (change): Waiting => ({
        id: change.id,
        kind: 'role',
        what: t(change.step === 'grant' ? 'waiting.grant' : 'waiting.revoke', {
          role: t(`app:role.${change.role}`),
          name: named(person.name),
        }),
        detail: t('waiting.by', {
          name: named(change.proposedBy),
          when: format.dateTime(change.proposedAt),
          reason: named(change.reason),
        }),
        mayApprove: change.mayApprove,
      }),
    ),
  );
  const proposed = invitations
    .filter((each) => each.state === 'proposed')
    .map(
      (each): Waiting => ({
        id: each.id,
        kind: 'invitation',
        what: t('waiting.invite', {
          name: named(each.name),
          roles: each.roles.map((role) => t(`app:role.${role}`)).join(' · '),
        }),
        detail: t('waiting.invitedBy', {
          name: named(each.invitedBy),
          when: format.dateTime(each.invitedAt),
        }),
        mayApprove: each.mayApprove,
      }),
    );
  return [...changes, ...proposed];
}

function WaitingItem({ item }: { readonly item: Waiting }): ReactNode {
  const { t } = useTranslation('store');
  const changed = useStoreChanged('staff');
  const [isOpen, setOpen] = useState(false);
  const withdraw = useMutation({
    mutationFn: () =>
      call(item.kind === 'role' ? withdrawRoleChange : withdrawInvitation, {
        params: { id: item.id },
        body: {},
        idempotencyKey: newKey(),
      }),
    onSuccess: async () => {
      sayDone(t('waiting.withdrawn'));
      await changed();
    },
  });
  const whyNot = item.mayApprove ? undefined : t('change.own');
  return (
    <li>
      <div className="grow">
        <b>{item.what}</b>
        <div className="small">{item.detail}</div>
        <ErrorLine error={withdraw.error} />
      </div>
      <div className="inline">
        <Button onClick={() => setOpen(true)} {...(whyNot ? { reason: whyNot } : {})}>
          {t('waiting.approve')}
        </Button>
        <Button kind="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('waiting.withdraw')}
        </Button>
      </div>
      {isOpen && (
        <Dialog title={t('waiting.approveTitle')} isOpen onClose={() => setOpen(false)}>
          <p>
            <b>{item.what}</b>
          </p>
          <p>{t(item.kind === 'role' ? 'waiting.approveRole' : 'waiting.approveInvitation')}</p>
          <CodeConfirm
            endpoint={item.kind === 'role' ? approveRoleChange : approveInvitation}
            input={{ params: { id: item.id }, body: {} }}
            confirm={t('waiting.approve')}
            onClose={() => setOpen(false)}
            onDone={() => {
              sayDone(t('waiting.approved'));
              setOpen(false);
              void changed();
            }}
          />
        </Dialog>
      )}
    </li>
  );
}

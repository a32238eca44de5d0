import { type StaffInvitationView, withdrawInvitation } from '@qafila/shared/store/staff.contract';
import { useMutation } from '@tanstack/react-query';
import { MailX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { Code } from '../../../ui/money';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { useStoreChanged } from '../api';

/** Invitations that were sent and not accepted yet. */
export function InvitationsCard({
  invitations,
}: {
  readonly invitations: readonly StaffInvitationView[];
}): ReactNode {
  const { t } = useTranslation('store');
  const sent = invitations.filter((each) => each.state === 'open');
  return (
    <Card title={t('invitations.title')}>
      {sent.length === 0 && <p className="small muted">{t('invitations.none')}</p>}
      {sent.length > 0 && (
        <ul className="waiting">
          {sent.map((each) => (
            <Sent key={each.id} invitation={each} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Sent({ invitation }: { readonly invitation: StaffInvitationView }): ReactNode {
  const { t } = useTranslation(['store', 'app']);
  const format = useFormats();
  const changed = useStoreChanged('staff');
  const withdraw = useMutation({
    mutationFn: () =>
      call(withdrawInvitation, { params: { id: invitation.id }, body: {}, idempotencyKey: newKey() }),
    onSuccess: async () => {
      sayDone(t('waiting.withdrawn'));
      await changed();
    },
  });
  const { expiresAt, isExpired } = invitation;
  return (
    <li>
      <div className="grow">
        <b>
          <bdi>{invitation.name}</bdi>
        </b>{' '}
        <Code>{invitation.email}</Code>
        <div className="inline small">
          {invitation.roles.map((role) => (
            <Chip key={role}>{t(`app:role.${role}`)}</Chip>
          ))}
          {expiresAt !== null && (
            <Chip tone={isExpired ? 'bad' : 'warn'}>
              {t(isExpired ? 'invitations.expired' : 'invitations.until', {
                when: format.dateTime(expiresAt),
              })}
            </Chip>
          )}
        </div>
        <ErrorLine error={withdraw.error} />
      </div>
      <Button kind="quiet" icon={MailX} busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {t('waiting.withdraw')}
      </Button>
    </li>
  );
}

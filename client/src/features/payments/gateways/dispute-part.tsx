import type { AttemptRow } from '@qafila/shared/payments/gateways.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Chip } from '../../../ui/chip';
import { Code, Money } from '../../../ui/money';

type Dispute = NonNullable<AttemptRow['dispute']>;
const DAY_MS = 86_400_000;
const TONE = { open: 'bad', won: 'ok', lost: 'plain' } as const;

/** How long evidence is taken still. */
export function DisputeDue({ dispute }: { readonly dispute: Dispute }): ReactNode {
  const { t } = useTranslation('gateways');
  if (dispute.state !== 'open' || dispute.answerBy === null) return null;
  const days = Math.floor((Date.parse(dispute.answerBy) - Date.now()) / DAY_MS);
  return <div className="small warn">{days < 0 ? t('dispute.late') : t('dispute.due', { count: days })}</div>;
}

/** What the payer's bank asks back, why, and until when it hears us. */
export function DisputePart({ dispute }: { readonly dispute: Dispute }): ReactNode {
  const { t } = useTranslation('gateways');
  const format = useFormats();
  return (
    <div className="stack-tight">
      <div className="between">
        <h3>{t('dispute.title')}</h3>
        <Chip tone={TONE[dispute.state]}>{t(`dispute.state.${dispute.state}`)}</Chip>
      </div>
      <dl className="rows">
        <div>
          <dt className="muted">{t('dispute.amount')}</dt>
          <dd>
            <Money of={dispute.amount} />
          </dd>
        </div>
        <div>
          <dt className="muted">{t('dispute.reason')}</dt>
          <dd>
            <Code>{dispute.reason}</Code>
          </dd>
        </div>
        {dispute.state === 'open' && (
          <div>
            <dt className="muted">{t('dispute.until')}</dt>
            <dd>
              {dispute.answerBy === null ? (
                t('dispute.untilNone')
              ) : (
                <>
                  <b>{format.dateTime(dispute.answerBy)}</b>
                  <DisputeDue dispute={dispute} />
                </>
              )}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

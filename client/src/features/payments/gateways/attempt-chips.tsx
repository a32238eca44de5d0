import type { AttemptRow } from '@qafila/shared/payments/gateways.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../ui/chip';

const STATE_TONE: Readonly<Record<AttemptRow['state'], Tone>> = {
  open: 'info',
  action_required: 'info',
  processing: 'warn',
  authorised: 'warn',
  captured: 'ok',
  failed: 'plain',
  cancelled: 'plain',
  expired: 'plain',
  disputed: 'bad',
};

/** What stands out of an attempt: its flag, or that it is stuck. */
export const markOf = ({ flag, isStuck }: AttemptRow): NonNullable<AttemptRow['flag']> | 'stuck' | null =>
  flag ?? (isStuck ? 'stuck' : null);

/** How an attempt stands, and what stands out of it. */
export function AttemptChips({ attempt }: { readonly attempt: AttemptRow }): ReactNode {
  const { t } = useTranslation('gateways');
  const mark = markOf(attempt);
  const isSaid = mark === 'dispute' && attempt.state === 'disputed';
  return (
    <span className="inline-tight attempt-chips">
      <Chip tone={STATE_TONE[attempt.state]}>{t(`state.${attempt.state}`)}</Chip>
      {mark !== null && !isSaid && <Chip tone={mark === 'review' ? 'warn' : 'bad'}>{t(`flag.${mark}`)}</Chip>}
    </span>
  );
}

import { approveRefunds, type RefundView, reviewRefunds } from '@qafila/shared/payments/refunds.contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { Bone, Loading } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { RefundCard } from './refund-card';
import { useRefundsChanged } from './use-refunds';

interface ApproveDialogProps {
  readonly refunds: readonly RefundView[];
  readonly onClose: () => void;
  readonly onDone: (count: number) => void;
}

/** The second person: exactly what would be approved, sealed by the server, and one fresh code. */
export function ApproveDialog({ refunds, onClose, onDone }: ApproveDialogProps): ReactNode {
  const { t } = useTranslation('refunds');
  const changed = useRefundsChanged();
  const wanted = refunds.map(({ id, version }) => ({ refundId: id, version }));
  const review = useQuery({
    queryKey: ['refunds-review', wanted],
    queryFn: ({ signal }) => call(reviewRefunds, { body: { refunds: wanted }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const leave = (): void => {
    void changed();
    onClose();
  };
  return (
    <Dialog title={t('approve.title')} isOpen onClose={leave} size="large">
      {review.isError && (
        <ErrorState error={review.error} what={t('approve.failed')} onRetry={() => void review.refetch()} />
      )}
      {review.isPending && (
        <Loading>
          <div className="stack">
            <Bone height={120} />
            <Bone width="40%" height={24} />
          </div>
        </Loading>
      )}
      {review.data && (
        <>
          <p>{t('approve.lead')}</p>
          <div className="stack refund-review">
            {review.data.rows.map((refund) => (
              <RefundCard key={refund.id} refund={refund} />
            ))}
          </div>
          <CodeConfirm
            endpoint={approveRefunds}
            input={{ body: { hash: review.data.hash, refunds: wanted } }}
            confirm={t('approve.confirm', { count: wanted.length })}
            onDone={({ approved }) => {
              void changed();
              onDone(approved);
            }}
            onClose={leave}
          />
        </>
      )}
    </Dialog>
  );
}

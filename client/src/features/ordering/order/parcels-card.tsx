import { CARRIER_NAMES, consignmentSlip } from '@qafila/shared/shipping/shipping.contract';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink, FileText, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { Card } from '../../../ui/card';
import { Chip, type Tone } from '../../../ui/chip';
import { Code } from '../../../ui/money';
import { TableSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { consignmentsQuery } from '../api';

const TONE: Readonly<Record<string, Tone>> = {
  planned: 'plain',
  on_hold: 'warn',
  picking: 'info',
  packed: 'info',
  labelled: 'info',
  handed_over: 'info',
  in_transit: 'info',
  delivered: 'ok',
  exception: 'bad',
  returning: 'warn',
  returned: 'plain',
  cancelled: 'bad',
};

/** The parcels of an order with what their recipients see: the real slip, the real tracking page. */
export function ParcelsCard({ orderId }: { readonly orderId: string }): ReactNode {
  const { t } = useTranslation('ordering');
  const parcels = useQuery(consignmentsQuery(orderId));
  if (parcels.isError) {
    return (
      <ErrorState error={parcels.error} what={t('parcels.title')} onRetry={() => void parcels.refetch()} />
    );
  }
  if (!parcels.data) return <TableSkeleton rows={2} columns={4} />;
  if (parcels.data.rows.length === 0) return null;
  return (
    <Card bare>
      <div className="card-head">
        <h2>{t('parcels.title')}</h2>
        <span className="small muted">{t('parcels.real')}</span>
      </div>
      <ul className="parcels">
        {parcels.data.rows.map((parcel) => (
          <li key={parcel.id}>
            <div className="grow">
              <div className="inline">
                <b>
                  <bdi>{parcel.recipientName}</bdi>
                </b>
                <Chip tone={TONE[parcel.state] ?? 'plain'}>{t(`state.parcel.${parcel.state}`)}</Chip>
                {parcel.scanPassed && (
                  <Chip tone="ok" icon={ShieldCheck}>
                    {t('parcels.blind')}
                  </Chip>
                )}
              </div>
              <div className="small muted">
                <bdi>{parcel.city}</bdi> · {t('summary.pieces', { count: parcel.pieces })} ·{' '}
                <Code>{parcel.parcelCode}</Code>
                {parcel.carrier && parcel.trackingNumber && (
                  <>
                    {' · '}
                    {parcel.carrier === 'own' ? t('parcels.ownDriver') : CARRIER_NAMES[parcel.carrier]}{' '}
                    <Code>{parcel.trackingNumber}</Code>
                  </>
                )}
              </div>
            </div>
            <a
              className="btn btn-small"
              href={rawUrl(consignmentSlip, { params: { id: parcel.id } })}
              target="_blank"
              rel="noreferrer"
            >
              <FileText size={14} aria-hidden />
              {t('parcels.slip')}
            </a>
            {parcel.trackingUrl && (
              <a className="btn btn-small" href={parcel.trackingUrl} target="_blank" rel="noreferrer">
                <ExternalLink size={14} aria-hidden />
                {t('parcels.track')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

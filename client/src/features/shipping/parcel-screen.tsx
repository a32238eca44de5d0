import './styles/shipping.css';
import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { useKeys } from '../../lib/keys';
import { LinkButton } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Code } from '../../ui/money';
import { Page } from '../../ui/page';
import { ErrorState } from '../../ui/states';
import { sayFailed } from '../../ui/toast';
import { BrandLook } from './brand-look';
import { PackStation } from './pack-station';
import { ParcelSkeleton } from './parcel-skeleton';
import { PieceList } from './piece-list';
import { ScanBox } from './scan-box';
import { useParcel, useParcelSteps } from './use-parcel';
import { useScanner } from './use-scanner';

/** One parcel in hand: scan, weigh, label, hand over, next. */
export function ParcelScreen(): ReactNode {
  const { t } = useTranslation('shipping');
  const { id = '' } = useParams({ strict: false });
  const found = useParcel(id);
  if (found.data) return <Station key={id} parcel={found.data} />;
  return (
    <Page title={t('queue.title')} actions={<BackToQueue />}>
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ParcelSkeleton />
      )}
    </Page>
  );
}

function BackToQueue(): ReactNode {
  const { t } = useTranslation('shipping');
  return (
    <LinkButton to="/fulfilment" kind="quiet" icon={ArrowLeft} flipIcon>
      {t('parcel.back')}
    </LinkButton>
  );
}

/** The keys of the station; none is a letter or digit, which belong to the scanner. */
function useStationKeys(focusScan: () => void): void {
  const { t } = useTranslation('shipping');
  const navigate = useNavigate();
  const latest = useRef(focusScan);
  latest.current = focusScan;
  const keys = useMemo(
    () => [
      { code: 'Slash', shown: '/', label: t('keys.scan'), run: () => latest.current() },
      {
        code: 'F2',
        shown: 'F2',
        label: t('keys.step'),
        run: () =>
          document.querySelector<HTMLElement>('[data-next-step]')?.closest<HTMLElement>('a, button')?.click(),
      },
      { code: 'F4', shown: 'F4', label: t('keys.queue'), run: () => void navigate({ to: '/fulfilment' }) },
    ],
    [t, navigate],
  );
  useKeys(keys);
}

function Station({ parcel }: { readonly parcel: ParcelView }): ReactNode {
  const { t } = useTranslation('shipping');
  const format = useFormats();
  const steps = useParcelSteps(parcel.id);
  const input = useRef<HTMLInputElement>(null);
  const [scanned, setScanned] = useState('');
  const take = (code: string): void => {
    if (parcel.state === 'picking') steps.scan.mutate(code);
    else if (parcel.state === 'labelled') setScanned(code);
    else if (parcel.state === 'planned')
      steps.start.mutate(undefined, { onSuccess: () => steps.scan.mutate(code) });
    else sayFailed(t('parcel.stopped'));
  };
  useScanner(take);
  useStationKeys(() => input.current?.focus());
  const title = t('parcel.title', { index: format.number(parcel.index), count: format.number(parcel.count) });
  return (
    <Page
      title={title}
      tab={`${title} · ${parcel.parcelCode}`}
      heading={
        <span className="parcel-heading">
          {title}
          <Chip tone="info" icon={null}>
            {t('parcel.brand', { name: `\u2068${parcel.brandName}\u2069` })}
          </Chip>
          {parcel.carrier && <Chip>{t('parcel.carrier', { name: t(`carriers.${parcel.carrier}`) })}</Chip>}
          <Chip tone={parcel.state === 'on_hold' ? 'warn' : 'plain'}>
            {t(`parcel.state.${parcel.state}`)}
          </Chip>
        </span>
      }
      sub={
        <>
          {t('queue.parcel')} <Code>{parcel.parcelCode}</Code> · {t('queue.order')}{' '}
          <Code>{parcel.orderCode}</Code>
        </>
      }
      actions={<BackToQueue />}
    >
      <div className="pack">
        <div className="stack">
          {(parcel.state === 'picking' || parcel.state === 'planned') && (
            <ScanBox parcel={parcel} scan={steps.scan} onCode={take} input={input} />
          )}
          <PieceList parcel={parcel} />
        </div>
        <div className="stack pack-side">
          <BrandLook parcel={parcel} />
          <PackStation parcel={parcel} steps={steps} scanned={scanned} />
        </div>
      </div>
    </Page>
  );
}

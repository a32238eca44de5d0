import { type ParcelView, parcelDocument } from '@qafila/shared/shipping/shipping.contract';
import { FileText, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { useSay } from '../../lib/i18n/say';
import { Button, LinkButton } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ErrorLine } from '../../ui/states';
import { sayFailed } from '../../ui/toast';
import { HandOverForm } from './hand-over-form';
import { heldFor, leakOf, reasonsAgainst, stepOf } from './parcel-reasons';
import { PdfLink } from './pdf-link';
import type { ParcelSteps } from './use-parcel';
import { WeightForm } from './weight-form';

const AFTER_LABEL: readonly ParcelView['state'][] = [
  'labelled',
  'handed_over',
  'in_transit',
  'delivered',
  'exception',
  'returning',
  'returned',
];

const documentUrl = (parcel: ParcelView, kind: 'label' | 'slip'): string =>
  rawUrl(parcelDocument, { params: { id: parcel.id, kind } });

interface StationProps {
  readonly parcel: ParcelView;
  readonly steps: ParcelSteps;
  /** What the scanner read while a tracking number was awaited. */
  readonly scanned: string;
}

/** Weight, papers, and the one next step of this parcel. */
export function PackStation({ parcel, steps, scanned }: StationProps): ReactNode {
  const { t } = useTranslation('shipping');
  const format = useFormats();
  const { measured } = parcel.weight;
  return (
    <section className="card card-pad station" aria-label={t('station.documents')}>
      {measured !== null && (
        <div className="between">
          <span>{t('station.weightShown')}</span>
          <b>{format.weight(measured)}</b>
        </div>
      )}
      <div className="between">
        <span>{t('station.documents')}</span>
        <ScanVerdict parcel={parcel} />
      </div>
      {AFTER_LABEL.includes(parcel.state) && (
        <div className="inline">
          <PdfLink address={documentUrl(parcel, 'label')} icon={Printer}>
            {t('station.openLabel')}
          </PdfLink>
          <PdfLink address={documentUrl(parcel, 'slip')} icon={FileText}>
            {t('station.openSlip')}
          </PdfLink>
        </div>
      )}
      <NextStep parcel={parcel} steps={steps} scanned={scanned} />
    </section>
  );
}

function ScanVerdict({ parcel }: { readonly parcel: ParcelView }): ReactNode {
  const { t } = useTranslation('shipping');
  const { scan } = parcel;
  if (scan === null) return <Chip>{t('station.notScanned')}</Chip>;
  if (scan.verdict === 'blocked') return <Chip tone="bad">{t('station.blocked')}</Chip>;
  return (
    <span title={t('station.surfaces', { count: scan.surfaces })}>
      <Chip tone="ok">{t('station.clean', { count: scan.surfaces })}</Chip>
    </span>
  );
}

function NextStep({ parcel, steps, scanned }: StationProps): ReactNode {
  const { t } = useTranslation('shipping');
  switch (stepOf(parcel.state)) {
    case 'start_picking':
      return <PlainStep parcel={parcel} step="start_picking" mutation={steps.start} word="station.start" />;
    case 'pack':
      return <WeightForm parcel={parcel} pack={steps.pack} />;
    case 'label':
      return (
        <PlainStep
          parcel={parcel}
          step="label"
          mutation={steps.label}
          word={parcel.scan?.verdict === 'blocked' ? 'station.labelAgain' : 'station.label'}
          onDone={() => {
            const isOpen = window.open(documentUrl(parcel, 'label'), '_blank') !== null;
            if (!isOpen) sayFailed(t('station.popup'));
          }}
        />
      );
    case 'hand_over':
      return <HandOverForm parcel={parcel} handOver={steps.handOver} scanned={scanned} />;
    default:
      return <Finished parcel={parcel} />;
  }
}

interface PlainStepProps {
  readonly parcel: ParcelView;
  readonly step: 'start_picking' | 'label';
  readonly mutation: ParcelSteps['start'];
  readonly word: string;
  readonly onDone?: () => void;
}

function PlainStep({ parcel, step, mutation, word, onDone }: PlainStepProps): ReactNode {
  const { t } = useTranslation('shipping');
  const say = useSay();
  const reasons = reasonsAgainst(parcel, step).map((reason) => say.reason(reason));
  const leak = step === 'label' && !mutation.isError ? leakOf(parcel) : undefined;
  return (
    <>
      {leak && <p className="bad">{say.reason(leak)}</p>}
      <Button
        kind="primary"
        wide
        busy={mutation.isPending}
        onClick={() => mutation.mutate(undefined, { onSuccess: onDone ?? (() => undefined) })}
        {...(reasons.length > 0 ? { reason: reasons.join(' ') } : {})}
      >
        <span data-next-step>{t(word)}</span>
      </Button>
      <ErrorLine error={mutation.error} />
    </>
  );
}

function Finished({ parcel }: { readonly parcel: ParcelView }): ReactNode {
  const { t } = useTranslation('shipping');
  const say = useSay();
  const held = heldFor(parcel);
  return (
    <>
      {held && <p>{say.reason(held)}</p>}
      {parcel.state === 'cancelled' && <p className="muted">{t('parcel.stopped')}</p>}
      <LinkButton
        to={parcel.nextId === null ? '/fulfilment' : `/fulfilment/${parcel.nextId}`}
        kind="primary"
        wide
      >
        <span data-next-step>{t(parcel.nextId === null ? 'station.backToQueue' : 'station.nextParcel')}</span>
      </LinkButton>
    </>
  );
}

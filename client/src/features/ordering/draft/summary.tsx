import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Money } from '../../../ui/money';
import { Destination } from './destination';
import { useDraft, useDraftBrand, useDraftParts, useDraftTotals, useDraftVerdict } from './draft-context';
import { Minimum, MinimumWord } from './minimum';
import { ReasonWay } from './reason-way';
import { Totals } from './totals';

/** Saves what waits, then goes to the review. */
function useReview(): { isGoing: boolean; go: () => void } {
  const { store } = useDraftParts();
  const navigate = useNavigate();
  const [isGoing, setGoing] = useState(false);
  const go = async (): Promise<void> => {
    setGoing(true);
    const isSaved = await store.flush();
    setGoing(false);
    if (isSaved) await navigate({ to: `/orders/${store.read().order.id}/review` });
  };
  return { isGoing, go: () => void go() };
}

/** The draft in numbers, beside the grid: minimum, totals, destination, and the way on. */
export function Summary(): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const { locale } = useLocale();
  const { head, save, header, recipients } = useDraft();
  const { goods, units, grams, blockers } = useDraftVerdict();
  const totals = useDraftTotals(goods);
  const brand = useDraftBrand();
  const review = useReview();
  const reasonId = useId();
  const isBehind = save !== 'saved';
  const shippingNote =
    header.shipTo === 'warehouse' ? t('totals.pallet') : t('totals.parcels', { count: recipients.length });
  const brandName = brand && ((locale === 'ar' ? brand.nameArabic : null) ?? brand.nameLatin);
  return (
    <Card title={t('summary.title')} aside={<SummaryFacts units={units} grams={grams} />} className="summary">
      <Minimum kind={head.minimum.kind} required={head.minimum.required} reached={goods} />
      <div className={isBehind ? 'totals-behind' : undefined} aria-busy={isBehind}>
        <Totals totals={totals} shippingNote={shippingNote} />
      </div>
      <Destination />
      <Button
        kind="primary"
        wide
        busy={review.isGoing}
        onClick={review.go}
        {...(blockers.length > 0 ? { reasonId } : {})}
      >
        {t('summary.review')}
      </Button>
      {blockers.length > 0 && (
        <ul id={reasonId} className="reason stack-tight reasons">
          {blockers.map((reason) => (
            <li key={reason.code}>
              <ReasonWay reason={reason} />
            </li>
          ))}
        </ul>
      )}
      {brandName && <p className="small muted">{t('summary.blind', { brand: brandName })}</p>}
      <p className="sr-only" role="status">
        {isBehind
          ? ''
          : t('summary.heard', { units: format.number(units), total: format.money(head.totals.total) })}
      </p>
    </Card>
  );
}

function SummaryFacts({ units, grams }: { readonly units: number; readonly grams: number }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  if (units === 0) return null;
  return (
    <span className="small muted nowrap">
      {t('summary.pieces', { count: units })} · {format.weight(grams)}
    </span>
  );
}

/** The summary on a phone: total, bar and button at the foot of the screen. */
export function SummaryBar(): ReactNode {
  const { t } = useTranslation('ordering');
  const { head } = useDraft();
  const { goods, blockers } = useDraftVerdict();
  const { total } = useDraftTotals(goods);
  const review = useReview();
  const reasonId = useId();
  const { kind, required } = head.minimum;
  const first = blockers[0];
  const isShort = first === undefined || first.code === 'ORDER_BELOW_MINIMUM' || first.code === 'ORDER_EMPTY';
  return (
    <div className="summary-bar">
      <Minimum kind={kind} required={required} reached={goods} />
      <div className="summary-bar-row">
        <div className="grow">
          <b>
            <Money of={total} />
          </b>
          <div className="small" id={reasonId}>
            {isShort || first === undefined ? (
              <MinimumWord kind={kind} required={required} reached={goods} />
            ) : (
              <span className="attention">
                <ReasonWay reason={first} />
              </span>
            )}
          </div>
        </div>
        <Button kind="primary" busy={review.isGoing} onClick={review.go} {...(first ? { reasonId } : {})}>
          {t('summary.review')}
        </Button>
      </div>
    </div>
  );
}

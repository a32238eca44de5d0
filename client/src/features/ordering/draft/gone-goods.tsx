import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Code } from '../../../ui/money';
import { useAim } from './aim';
import { useDraft, useDraftParts, useDraftVerdict } from './draft-context';
import { useGoodsName } from './goods-name';
import { MARKS, placeOfGone } from './places';

/** Goods of the draft that left the catalogue: no cell of the grid holds them, so they are taken out here. */
export function GoneGoods(): ReactNode {
  const { t } = useTranslation('ordering');
  const { store } = useDraftParts();
  const { lines, order } = useDraft();
  const { faulty } = useDraftVerdict();
  const { aimAt } = useAim();
  const goodsName = useGoodsName();
  const gone = faulty.flatMap(({ variantId, why }) => (why === 'gone' ? (lines.get(variantId) ?? []) : []));
  if (gone.length === 0) return null;
  const takeOut = (line: (typeof gone)[number]): void => {
    store.setLine({ ...line, quantity: 0 });
    const next = gone.find(({ variantId }) => variantId !== line.variantId);
    if (next) aimAt(placeOfGone(next.variantId));
    else document.querySelector('main')?.focus({ preventScroll: true });
  };
  return (
    <Card title={t('gone.title')} tone="warn" className="gone-goods">
      <ul>
        {gone.map((line) => {
          const goods = goodsName(line.variantId) ?? '';
          return (
            <li key={line.variantId}>
              <span className="grow">
                <b>{goods}</b>{' '}
                <Code>{order.lines.find(({ variantId }) => variantId === line.variantId)?.sku ?? ''}</Code>
              </span>
              <span className="small muted nowrap">{t('summary.pieces', { count: line.quantity })}</span>
              <Button
                size="small"
                place={MARKS.gone(line.variantId)}
                label={t('gone.takeOutNamed', { goods })}
                onClick={() => takeOut(line)}
              >
                {t('gone.takeOut')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

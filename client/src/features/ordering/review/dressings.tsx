import type { DressingView } from '@qafila/shared/ordering/order-views';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { Code } from '../../../ui/money';

/** What each chosen spec asks of the order: its minimum and how long dressing takes. */
export function Dressings({ dressings }: { readonly dressings: readonly DressingView[] }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  if (dressings.length === 0) return null;
  return (
    <Card title={t('review.dressing.title')}>
      <ul className="stack">
        {dressings.map((each) => (
          <li key={each.specId} className="between">
            <span>
              <b>
                <bdi>{each.name}</bdi>
              </b>{' '}
              <Code>{each.code}</Code>
              <br />
              <span className="small muted">
                {t('review.dressing.pieces', { count: each.pieces })} ·{' '}
                {t('review.dressing.from', { from: format.number(each.minimumPieces) })} ·{' '}
                {t('review.dressing.lead', { count: each.leadDays })}
              </span>
            </span>
            {each.missing === 0 ? (
              <Chip tone="ok">{t('review.dressing.met')}</Chip>
            ) : (
              <Chip tone="bad">{t('review.dressing.missing', { count: each.missing })}</Chip>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

import type { SpecView } from '@qafila/shared/branding/production-spec-views';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Card } from '../../../ui/card';

/** Price, minimum and lead time as they were signed. */
export function SpecTerms({ spec }: { readonly spec: SpecView }): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const facts = [
    ['price', format.unitMoney(spec.unitPrice)],
    ['minimum', t('terms.pieces', { count: spec.minimumPieces })],
    ['lead', t('terms.days', { count: spec.leadDays })],
  ] as const;
  return (
    <Card title={t('terms.title')}>
      <dl className="brief-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`terms.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

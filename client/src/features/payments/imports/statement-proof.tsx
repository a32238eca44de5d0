import type { StatementView } from '@qafila/shared/payments/statements.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Chip } from '../../../ui/chip';
import { Code } from '../../../ui/money';

/** What an imported statement says of itself: its proof with the three figures, a gap to the one before, a copy. */
export function StatementProof({ statement }: { readonly statement: StatementView }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const { opening, movements, closing, gap } = statement;
  return (
    <>
      <Chip tone={statement.isProven ? 'ok' : 'warn'}>{t(statement.isProven ? 'proven' : 'notProven')}</Chip>
      {statement.isCopy && <Chip tone="warn">{t('import.copy')}</Chip>}
      {gap && <Chip tone="warn">{t('import.gap', { amount: format.money(gap) })}</Chip>}
      {opening && closing && (
        <span className="small muted" title={t('import.proofLabel')}>
          <Code>
            {t('import.proof', {
              opening: format.amount(opening),
              movements: format.amount(movements),
              closing: format.amount(closing),
            })}
          </Code>
        </span>
      )}
    </>
  );
}

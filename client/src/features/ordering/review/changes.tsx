import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { reviewOrder } from '@qafila/shared/ordering/ordering.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Card } from '../../../ui/card';
import { Code, Digits } from '../../../ui/money';

/** What costs otherwise than when it was typed in. */
export function Changes({
  changes,
}: {
  readonly changes: AnswerOf<typeof reviewOrder>['changes'];
}): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  if (changes.length === 0) return null;
  return (
    <Card title={t('review.changes', { count: changes.length })} tone="warn">
      <ul className="stack stack-tight">
        {changes.map((change) => (
          <li key={change.sku} className="between">
            <span>
              {format.words(change.name)} <Code>{change.sku}</Code>
            </span>
            <span className="nowrap">
              <s className="muted">
                <Digits of={change.before} />
              </s>{' '}
              <b>
                <Digits of={change.now} />
              </b>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

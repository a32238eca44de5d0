import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { transferDesk } from '@qafila/shared/payments/desk.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';

/** Names of formats are the same in every language. */
const FORMAT = { 'camt.053': 'camt.053', 'camt.054': 'camt.054', mt940: 'MT940', csv: 'CSV' };

type Desk = AnswerOf<typeof transferDesk>;

/** The latest statement in one line: its number, days, credits and proof, and what waits. */
export function DeskHeading({ desk }: { readonly desk: Desk | undefined }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  if (!desk) return null;
  const { latest, counts } = desk;
  if (!latest) return t('subNone');
  const said = t(latest.from === latest.to ? 'subDay' : 'sub', {
    number: `\u2066${latest.number}\u2069`,
    from: format.date(latest.from),
    to: format.date(latest.to),
    format: FORMAT[latest.format],
    credits: format.number(latest.credits),
  });
  return (
    <>
      <div>
        {said} ·{' '}
        <b className={latest.isProven ? 'good' : 'warn'}>{t(latest.isProven ? 'proven' : 'notProven')}</b>
        {latest.gap && (
          <>
            {' '}
            · <b className="warn">{t('import.gap', { amount: format.money(latest.gap) })}</b>
          </>
        )}
      </div>
      {t('counts', {
        exact: format.number(counts.exact),
        second: format.number(counts.second),
        look: format.number(counts.look),
        done: format.number(counts.done),
      })}
    </>
  );
}

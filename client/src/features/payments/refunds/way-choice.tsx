import { methodName } from '@qafila/shared/payments/methods';
import type { RefundWay } from '@qafila/shared/payments/refunds.contract';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Code, Money } from '../../../ui/money';

interface WayChoiceProps {
  readonly ways: readonly RefundWay[];
  readonly chosen: RefundWay | null;
  readonly onChoose: (way: RefundWay) => void;
}

/** Where the money came from; nothing else can be chosen, and no account can be typed. */
export function WayChoice({ ways, chosen, onChoose }: WayChoiceProps): ReactNode {
  const { t } = useTranslation('refunds');
  const name = useId();
  if (ways.length === 0) return <p className="warn">{t('way.none')}</p>;
  return (
    <fieldset className="refund-ways">
      <legend>{t('way.title')}</legend>
      {ways.map((way) => (
        <label key={way.id} className={way.refusal ? 'refund-way refund-way-off' : 'refund-way'}>
          <input
            type="radio"
            name={name}
            checked={chosen?.id === way.id}
            disabled={way.refusal !== null}
            onChange={() => onChoose(way)}
          />
          <Way way={way} />
        </label>
      ))}
    </fieldset>
  );
}

function Way({ way }: { readonly way: RefundWay }): ReactNode {
  const { t } = useTranslation('refunds');
  const format = useFormats();
  const { locale } = useLocale();
  return (
    <>
      <span className="grow">
        {way.account ? (
          <>
            <Code>{way.account.iban}</Code>
            <span className="refund-under">
              <bdi>{way.account.holder}</bdi>
            </span>
          </>
        ) : (
          ((way.paidWith && methodName(way.paidWith, locale)) ?? t('fact.toCredit'))
        )}
        <span className="small muted refund-under">
          {t(way.method === 'credit' ? 'way.used' : 'way.paid', { when: format.date(way.paidAt) })}
          {way.isWholeOnly && ` · ${t('way.wholeOnly')}`}
        </span>
        {way.refusal && <span className="small bad refund-under">{t(`way.refusal.${way.refusal}`)}</span>}
      </span>
      <Money of={way.left} />
    </>
  );
}

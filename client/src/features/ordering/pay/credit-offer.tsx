import { compare } from '@qafila/shared/kernel/money';
import type { OrderPaymentView } from '@qafila/shared/payments/attempts.contract';
import { WalletMinimal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Money } from '../../../ui/money';
import { ErrorLine } from '../../../ui/states';
import { useCreditPress } from './use-credit-press';

/** Pays with what the company has as credit, as far as it goes; nothing where there is none or nothing is due. */
export function CreditOffer({ view }: { readonly view: OrderPaymentView }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const { credit, due, noPayFor } = view;
  const press = useCreditPress(view.orderId);
  if (credit.minor <= 0 || noPayFor === 'nothing_due' || noPayFor === 'not_waiting') return null;
  const amount = compare(credit, due) < 0 ? credit : due;
  const isAll = amount.minor === due.minor;
  return (
    <Card
      title={
        <span className="inline-tight">
          <WalletMinimal size={17} aria-hidden /> {t('credit.title')}
        </span>
      }
      aside={
        <b className="pay-due">
          <Money of={credit} />
        </b>
      }
    >
      <div className="stack" aria-live="polite">
        <p>
          {t(isAll ? 'credit.covers' : 'credit.part', {
            amount: format.money(amount),
            due: format.money(due),
          })}
          {view.live !== null && ` ${t('credit.ends')}`}
        </p>
        <div>
          <Button
            kind={isAll ? 'primary' : 'plain'}
            busy={press.isPending}
            onClick={() => press.mutate(amount)}
            {...(noPayFor === 'not_allowed' ? { reason: t('pay.notAllowed') } : {})}
          >
            {t('credit.use', { amount: format.money(amount) })}
          </Button>
        </div>
        <ErrorLine error={press.error} />
      </div>
    </Card>
  );
}

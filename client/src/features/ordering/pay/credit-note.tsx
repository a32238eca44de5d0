import type { Money } from '@qafila/shared/kernel/money';
import { useQuery } from '@tanstack/react-query';
import { WalletMinimal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { usePermission } from '../../../lib/session';
import { creditQuery } from '../api';

/** Says before an order is placed that there is credit for it. */
export function CreditNote({ total }: { readonly total: Money }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const canSee = usePermission('payment:read');
  const { data } = useQuery({ ...creditQuery, enabled: canSee });
  const credit = data?.amounts.find(({ currency, minor }) => currency === total.currency && minor > 0);
  if (!credit) return null;
  return (
    <p className="inline-note">
      <WalletMinimal size={15} aria-hidden />
      <span>{t('credit.later', { credit: format.money(credit) })}</span>
    </p>
  );
}

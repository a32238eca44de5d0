import { companyCredit } from '@qafila/shared/payments/credit.contract';
import { useQuery } from '@tanstack/react-query';
import { WalletMinimal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';

/** Credit that can be used, where there is any. */
export function CreditLine(): ReactNode {
  const { t } = useTranslation('books');
  const format = useFormats();
  const { data } = useQuery({
    queryKey: ['books', 'credit'],
    queryFn: () => call(companyCredit),
    staleTime: 0,
  });
  const amounts = data?.amounts.filter(({ minor }) => minor > 0) ?? [];
  if (amounts.length === 0) return null;
  return (
    <p className="inline-note">
      <WalletMinimal size={15} aria-hidden />
      <span>{t('credit', { credit: format.list(amounts.map(format.money)) })}</span>
    </p>
  );
}

import { isCurrency } from '@qafila/shared/kernel/currency';
import { formatMoney, formatNumber } from '@qafila/shared/kernel/format';
import type { Locale } from '@qafila/shared/kernel/locale';
import { money } from '@qafila/shared/kernel/money';
import type { ProblemParam } from '@qafila/shared/kernel/problem';

/** Parameters as they stand in a sentence: money and numbers in the reader's language. */
export const asMessageParams = (
  params: Readonly<Record<string, ProblemParam>>,
  locale: Locale,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'string') return [name, value];
      if (typeof value === 'number') return [name, formatNumber(value, locale)];
      return [
        name,
        isCurrency(value.currency) ? formatMoney(money(value.minor, value.currency), locale) : '',
      ];
    }),
  );

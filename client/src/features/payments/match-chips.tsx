import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { Chip } from '../../ui/chip';
import type { MatchChip } from './match-facts';

/** What the portal thinks of a line or a match, in one or two chips. */
export function MatchChips({ chips }: { readonly chips: readonly MatchChip[] }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  return (
    <span className="match-chips">
      {chips.map((chip) => (
        <Chip key={chip.word} tone={chip.tone}>
          {t(`chip.${chip.word}`, {
            amount: chip.amount && format.isolate(format.amount(chip.amount)),
            name: chip.name,
            count: chip.count,
          })}
        </Chip>
      ))}
    </span>
  );
}

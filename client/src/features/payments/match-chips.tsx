import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { Chip } from '../../ui/chip';
import { chipsOf, type Line } from './match-facts';

/** What the portal thinks of a line, in one or two chips. */
export function MatchChips({ line }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  return (
    <span className="match-chips">
      {chipsOf(line).map((chip) => (
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

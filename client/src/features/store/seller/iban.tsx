import type { ReactNode } from 'react';
import { Code } from '../../../ui/money';

/** An IBAN in groups of four, as it stands on paper. */
export const groupedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');

/** Two IBANs are compared by eye: the groups that differ are marked. */
export function Iban({ iban, other }: { readonly iban: string; readonly other?: string }): ReactNode {
  const others = groupedIban(other ?? iban).split(' ');
  const groups = groupedIban(iban)
    .split(' ')
    .map((text, at) => ({ text, place: `${at} ${text}`, isChanged: text !== others[at] }));
  return (
    <Code>
      <span className="iban">
        {groups.map(({ text, place, isChanged }) => (
          <span key={place} className={isChanged ? 'iban-changed' : undefined}>
            {text}
          </span>
        ))}
      </span>
    </Code>
  );
}

import type { ReactNode } from 'react';
import { Code } from '../../../ui/money';

/** An IBAN in groups of four, as it stands on paper. */
export const groupedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');

/** Two IBANs are compared by eye: the groups that differ are marked. */
export function Iban({ iban, other }: { readonly iban: string; readonly other?: string }): ReactNode {
  const groups = groupedIban(iban).split(' ');
  const others = other === undefined ? groups : groupedIban(other).split(' ');
  return (
    <Code>
      <span className="iban">
        {groups.map((group, at) => (
          <span key={`${at}-${group}`} className={group === others[at] ? undefined : 'iban-changed'}>
            {group}
          </span>
        ))}
      </span>
    </Code>
  );
}

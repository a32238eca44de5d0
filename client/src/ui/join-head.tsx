import type { ReactNode } from 'react';
import { LanguageMenu } from './language-menu';
import { Mark } from './mark';

/** The top of a page to which an invitation's link leads: whose portal it is, and its language. */
export function JoinHead({ staffOnly = false }: { readonly staffOnly?: boolean }): ReactNode {
  return (
    <header className="between join-head">
      <span className="mark">
        <Mark />
        <span translate="no">Qafila</span>
      </span>
      <LanguageMenu staffOnly={staffOnly} />
    </header>
  );
}

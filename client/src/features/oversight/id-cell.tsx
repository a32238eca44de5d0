import type { ReactNode } from 'react';
import { CopyButton } from '../../ui/copy-button';
import { Code } from '../../ui/money';

const SHOWN = 8;

interface IdCellProps {
  readonly id: string | null;
  /** Whose id it is, for the copy button. */
  readonly label: string;
  readonly none: string;
}

/** An id, short: its last eight symbols, the whole of it on the clipboard. */
export function IdCell({ id, label, none }: IdCellProps): ReactNode {
  const caption = (
    <span className="id-label small muted" aria-hidden>
      {label}
    </span>
  );
  if (id === null) {
    return (
      <span className="muted">
        {caption}
        {none}
      </span>
    );
  }
  return (
    <span className="id-cell" title={id}>
      {caption}
      <Code>{id.length > SHOWN ? `…${id.slice(-SHOWN)}` : id}</Code>
      <CopyButton value={id} label={label} />
    </span>
  );
}

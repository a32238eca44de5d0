import type { ReactNode } from 'react';
import { CopyButton } from '../../ui/copy-button';
import { Code } from '../../ui/money';

const SHOWN = 8;

interface IdCellProps {
  readonly id: string | null;
  /** Whose id it is, for the copy button. */
  readonly label: string;
  readonly none: string;
  /** Narrows the list to this id. */
  readonly onPick?: (id: string) => void;
}

/** An id, short: its last eight symbols, the whole of it on the clipboard. */
export function IdCell({ id: said, label, none, onPick }: IdCellProps): ReactNode {
  // A thing is told as its kind and its id: the id alone is copied and looked for.
  const id = said?.split(' ').at(-1) ?? null;
  const kind = said?.includes(' ') ? `${said.split(' ')[0]} ` : '';
  const short = id !== null && id.length > SHOWN ? `…${id.slice(-SHOWN)}` : id;
  if (id === null) return <span className="muted">{none}</span>;
  return (
    <span className="id-cell" title={id}>
      {onPick ? (
        <button type="button" className="link" onClick={() => onPick(id)}>
          <Code>
            {kind}
            {short}
          </Code>
        </button>
      ) : (
        <Code>
          {kind}
          {short}
        </Code>
      )}
      <CopyButton value={id} label={label} />
    </span>
  );
}

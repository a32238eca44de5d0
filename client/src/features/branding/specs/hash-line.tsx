import type { ReactNode } from 'react';
import { CopyButton } from '../../../ui/copy-button';
import { Code } from '../../../ui/money';

const SHOWN = 12;

/** The beginning of a SHA-256, with the whole of it on the clipboard. */
export function HashLine({ of, label }: { readonly of: string; readonly label: string }): ReactNode {
  return (
    <span className="spec-hash" title={of}>
      <Code>{of.slice(0, SHOWN)}…</Code>
      <CopyButton value={of} label={label} />
    </span>
  );
}

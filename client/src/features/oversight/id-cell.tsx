import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button';
import { Code } from '../../ui/money';

const SHOWN = 8;

/** An id, short: its last eight symbols, the whole of it on the clipboard. */
export function IdCell({ id, none }: { readonly id: string | null; readonly none: string }): ReactNode {
  const { t } = useTranslation('oversight');
  if (id === null) return <span className="muted">{none}</span>;
  return (
    <span className="id-cell" title={id}>
      <Code>{id.length > SHOWN ? `…${id.slice(-SHOWN)}` : id}</Code>
      <CopyButton value={id} label={t('audit.subject')} />
    </span>
  );
}

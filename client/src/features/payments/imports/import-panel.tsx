import { FileCheck, LoaderCircle, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { IconButton } from '../../../ui/button';
import { ErrorState } from '../../../ui/states';
import { StatementProof } from './statement-proof';
import type { Imported, useImport } from './use-import';

/** What became of the last import: under way, refused with the reason, or proven. */
export function ImportPanel({ importing }: { readonly importing: ReturnType<typeof useImport> }): ReactNode {
  const { t } = useTranslation('payments');
  const { variables, data, error, isPending, isError, reset } = importing;
  if (isPending) {
    const name = variables instanceof File ? variables.name : t('import.demo');
    return (
      <p className="card import-panel" role="status">
        <LoaderCircle size={18} className="spin" aria-hidden />
        {t('import.reading', { name: `\u2068${name}\u2069` })}
      </p>
    );
  }
  if (isError) return <ErrorState error={error} what={t('import.failed')} />;
  return data ? <Proof imported={data} onClose={reset} /> : null;
}

function Proof({
  imported,
  onClose,
}: {
  readonly imported: Imported;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const { statements, newLines, knownLines, proposed } = imported;
  const title = newLines > 0 ? 'import.doneTitle' : 'import.doneKnown';
  return (
    <div className="card import-panel" role="status">
      <FileCheck size={20} className="good" aria-hidden />
      <div className="grow stack stack-tight">
        {statements.map((statement) => (
          <div key={statement.id} className="inline">
            <b>{t(title, { number: `\u2066${statement.number}\u2069` })}</b>
            <StatementProof statement={statement} />
          </div>
        ))}
        {statements.some(({ isProven }) => !isProven) && <p className="small">{t('import.unproven')}</p>}
        <p className="small">
          {t('import.lines', {
            new: format.number(newLines),
            known: format.number(knownLines),
            proposed: format.number(proposed),
          })}
        </p>
      </div>
      <IconButton icon={X} label={t('import.close')} onClick={onClose} />
    </div>
  );
}

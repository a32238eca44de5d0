import type { StatementImportView } from '@qafila/shared/payments/statements.contract';
import { Columns3, FileCheck, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { IconButton, LinkButton } from '../../../ui/button';
import { Meter } from '../../../ui/meter';
import { ErrorState } from '../../../ui/states';
import { StatementProof } from './statement-proof';
import { isUnderWay, type useImport } from './use-import';

interface PanelProps {
  readonly current: StatementImportView;
  readonly onClose: () => void;
}

/** What became of the last import: under way with its progress, refused with the reason, or proven. */
export function ImportPanel({ importing }: { readonly importing: ReturnType<typeof useImport> }): ReactNode {
  const { t } = useTranslation('payments');
  const { isSending, source, error, current, close } = importing;
  if (isSending) {
    const name = source instanceof File ? source.name : t('import.demo');
    return <Working>{t('import.reading', { name: `\u2068${name}\u2069` })}</Working>;
  }
  if (error) return <ErrorState error={error} what={t('import.failed')} />;
  if (!current) return null;
  if (isUnderWay(current.state)) return <Progress current={current} />;
  if (current.refusal) return <Refused current={current} onClose={close} />;
  if (current.state === 'unmapped' || current.state === 'dropped') {
    return <Unnamed current={current} onClose={close} />;
  }
  return <Done current={current} onClose={close} />;
}

const Working = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="card import-panel" role="status">
    <LoaderCircle size={18} className="spin" aria-hidden />
    <div className="grow stack stack-tight">{children}</div>
  </div>
);

function Progress({ current }: { readonly current: StatementImportView }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const { linesRead, linesInAll } = current;
  if (linesInAll === null) return <Working>{t('import.waiting')}</Working>;
  const said = t('import.progress', { read: format.number(linesRead), all: format.number(linesInAll) });
  return (
    <Working>
      <span>{said}</span>
      <Meter label={t('import.progressLabel')} value={linesRead} goal={linesInAll} valueText={said} />
      <span className="small muted">{t('import.mayLeave')}</span>
    </Working>
  );
}

function Refused({ current, onClose }: PanelProps): ReactNode {
  const { t } = useTranslation('payments');
  const say = useSay();
  if (!current.refusal) return null;
  return (
    <div className="error-state import-panel" role="alert">
      <TriangleAlert size={18} className="bad" aria-hidden />
      <div className="grow stack stack-tight">
        <b className="bad">{t('import.failed')}</b>
        <p>{say.reason(current.refusal)}</p>
      </div>
      <IconButton icon={X} label={t('import.close')} onClick={onClose} />
    </div>
  );
}

/** A CSV that waits for its columns to be named, or that nobody wanted. */
function Unnamed({ current, onClose }: PanelProps): ReactNode {
  const { t } = useTranslation('payments');
  const isWaiting = current.state === 'unmapped';
  return (
    <div className="card import-panel" role="status">
      <Columns3 size={20} aria-hidden />
      <span className="grow">{t(isWaiting ? 'import.unmapped' : 'import.dropped')}</span>
      {isWaiting && <LinkButton to={`/transfers/imports/${current.id}`}>{t('import.name')}</LinkButton>}
      <IconButton icon={X} label={t('import.close')} onClick={onClose} />
    </div>
  );
}

function Done({ current, onClose }: PanelProps): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const { statements, newLines, knownLines, proposed } = current;
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
        <p className="small">
          {t('import.lines', {
            new: format.number(newLines),
            known: format.number(knownLines),
            proposed: format.number(proposed),
          })}
        </p>
        {statements.some(({ isProven }) => !isProven) && <p className="small">{t('import.unproven')}</p>}
      </div>
      <IconButton icon={X} label={t('import.close')} onClick={onClose} />
    </div>
  );
}

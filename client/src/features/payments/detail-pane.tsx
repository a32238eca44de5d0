import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SideSheet } from '../../ui/dialog';
import { MatchDetail } from './match-detail';
import type { AskStep } from './use-asked';
import type { Selection } from './use-selection';

interface DetailPaneProps {
  readonly selection: Selection;
  readonly onReview: () => void;
  readonly onAsk: AskStep;
}

/** The open line: beside the list, or in a sheet from below where there is no room. */
export function DetailPane({ selection, onReview, onAsk }: DetailPaneProps): ReactNode {
  const { t } = useTranslation('payments');
  const { open, isNarrow, show, matches } = selection;
  const detail = open && (
    <MatchDetail
      key={open.id}
      line={open}
      isPrimary={matches.length === 0}
      onReview={onReview}
      onAsk={onAsk}
    />
  );
  if (!isNarrow)
    return <div className="desk-detail">{detail ?? <p className="muted">{t('detail.choose')}</p>}</div>;
  return (
    <SideSheet
      title={t('list.match')}
      isOpen={open !== undefined}
      onClose={() => show(undefined)}
      side="bottom"
      size="86%"
    >
      <div className="desk-sheet">{detail}</div>
    </SideSheet>
  );
}

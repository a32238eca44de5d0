import { ArrowUpFromLine, FileUp, ListChecks, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Bone, Loading, TableSkeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';
import type { View } from './use-desk';

/** The desk on its way: list and match. */
export function DeskSkeleton(): ReactNode {
  return (
    <div className="desk">
      <TableSkeleton rows={6} columns={4} />
      <Loading>
        <div className="card card-pad">
          <Bone width="55%" height={20} />
          <Bone height={34} />
          <Bone height={34} />
          <Bone height={34} />
          <Bone width="40%" height={40} />
        </div>
      </Loading>
    </div>
  );
}

const ICON = { open: FileUp, second: Users, done: ListChecks, out: ArrowUpFromLine };

interface DeskEmptyProps {
  readonly view: View;
  readonly hasStatement: boolean;
  readonly onShowOpen: () => void;
  /** Opens the file picker, for those who may import. */
  readonly onImport: (() => void) | undefined;
}

/** No lines in this view: why, and the next step. */
export function DeskEmpty({ view, hasStatement, onShowOpen, onImport }: DeskEmptyProps): ReactNode {
  const { t } = useTranslation('payments');
  const text = view === 'open' && !hasStatement ? 'empty.openNone' : `empty.${view}Text`;
  return (
    <EmptyState
      icon={ICON[view]}
      title={t(`empty.${view}Title`)}
      action={
        view === 'open' ? (
          onImport && (
            <Button kind="primary" icon={FileUp} onClick={onImport}>
              {t('import.action')}
            </Button>
          )
        ) : (
          <Button onClick={onShowOpen}>{t('empty.showOpen')}</Button>
        )
      }
    >
      {t(text)}
    </EmptyState>
  );
}

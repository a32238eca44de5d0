import '../styles/payments.css';
import '../styles/layout.css';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { getImportTable } from '@qafila/shared/payments/statements.contract';
import { useParams } from '@tanstack/react-router';
import { ArrowLeft, FileCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../lib/call';
import { LinkButton } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { EmptyState, ErrorState } from '../../../ui/states';
import { FileRows } from './file-rows';
import { amountMode, layoutOf } from './layout-draft';
import { LayoutForm } from './layout-form';
import { LayoutPreview } from './layout-preview';
import { useImportTable, usePreview } from './use-layout';

/** Names the columns of a bank's CSV, with the file and what would be imported beside them. */
export function LayoutScreen(): ReactNode {
  const { t } = useTranslation('payments');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const table = useImportTable(id);
  const isOver = isProblem(table.error, 'WRONG_STATE');
  return (
    <Page
      title={t('layout.title')}
      sub={t('layout.sub')}
      actions={
        <LinkButton to="/transfers" icon={ArrowLeft} flipIcon>
          {t('layout.back')}
        </LinkButton>
      }
    >
      {table.isPending && <CardsSkeleton cards={2} />}
      {isOver && (
        <EmptyState
          icon={FileCheck}
          title={t('layout.overTitle')}
          action={
            <LinkButton to="/transfers" search={{ import: id }} kind="primary">
              {t('layout.overStep')}
            </LinkButton>
          }
        >
          {t('layout.overText')}
        </EmptyState>
      )}
      {table.isError && !isOver && (
        <ErrorState error={table.error} what={t('layout.failed')} onRetry={() => void table.refetch()} />
      )}
      {table.data && !isOver && <Layout id={id} table={table.data} />}
    </Page>
  );
}

interface LayoutProps {
  readonly id: string;
  readonly table: AnswerOf<typeof getImportTable>;
}

function Layout({ id, table }: LayoutProps): ReactNode {
  const [headerRow, setHeaderRow] = useState(table.headerRow);
  const [draft, setDraft] = useState(table.guess);
  const [mode, setMode] = useState(() => amountMode(table.guess));
  const layout = layoutOf(draft, mode);
  const preview = usePreview(id, { headerRow, layout });
  return (
    <div className="layout">
      <LayoutForm
        {...{ id, table, headerRow, draft, mode, layout }}
        preview={layout === null ? undefined : preview.data}
        onHeaderRow={setHeaderRow}
        onDraft={setDraft}
        onMode={setMode}
      />
      <div className="stack stack-wide">
        <LayoutPreview preview={preview} missing={layout === null} />
        <FileRows {...{ table, headerRow, draft, mode }} />
      </div>
    </div>
  );
}

import '../styles/files.css';
import { TRADER_ASSET_KINDS, type TraderAssetKind } from '@qafila/shared/branding/assets.rules';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FolderOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { usePermission } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Segments } from '../../../ui/segments';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState } from '../../../ui/states';
import { BrandNav } from '../brand-nav';
import { DropField } from './drop-field';
import { FileDetail } from './file-detail';
import { FileTile } from './file-tile';
import { UploadList } from './upload-list';
import { useFiles } from './use-files';
import { useUploads } from './use-uploads';

const VIEWS = ['all', ...TRADER_ASSET_KINDS] as const;
type View = (typeof VIEWS)[number];
const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

/** The open file stands in the address: notices lead to it, and it outlives a reload. */
function useOpenFile(): [string | null, (id: string | null) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = (id: string | null): void => {
    void navigate({
      to: '.',
      replace: true,
      search: (before: Record<string, unknown>) => ({ ...before, file: id ?? undefined }),
    });
  };
  return [isId(search.file) ? search.file : null, open];
}

/** Files of the company's brands: how they come in, and how they stand. */
export function FilesScreen(): ReactNode {
  const { t } = useTranslation('files');
  const mayEdit = usePermission('brand:edit');
  const uploads = useUploads();
  const [kind, setKind] = useState<TraderAssetKind>('logo');
  const [view, setView] = useAddressValue('kind', VIEWS, 'all');
  const [open, setOpen] = useOpenFile();
  return (
    <Page title={t('title')} sub={t('sub')}>
      <div className="stack">
        <BrandNav />
        {mayEdit && (
          <DropField kind={kind} onKind={setKind} many onFiles={(files) => uploads.add(files, kind)} />
        )}
        {mayEdit && <UploadList uploads={uploads} />}
        <div className="files-filter">
          <Segments
            label={t('filter')}
            value={view}
            onChange={setView}
            options={VIEWS.map((value) => ({ value, text: t(value === 'all' ? 'all' : `kinds.${value}`) }))}
          />
        </div>
        <FileList view={view} mayEdit={mayEdit} onOpen={setOpen} onAll={() => setView('all')} />
      </div>
      <FileDetail id={open} uploads={uploads} onClose={() => setOpen(null)} onOpen={setOpen} />
    </Page>
  );
}

interface FileListProps {
  readonly view: View;
  readonly mayEdit: boolean;
  readonly onOpen: (id: string) => void;
  readonly onAll: () => void;
}

function FileList({ view, mayEdit, onOpen, onAll }: FileListProps): ReactNode {
  const { t } = useTranslation('files');
  const pages = useFiles(view === 'all' ? {} : { kind: view });
  const isFiltered = view !== 'all';
  return (
    <PagedList
      pages={pages}
      skeleton={<TableSkeleton rows={4} columns={3} />}
      empty={
        <EmptyState
          icon={FolderOpen}
          title={t(isFiltered ? 'emptyKind' : 'empty')}
          action={isFiltered && <Button onClick={onAll}>{t('showAll')}</Button>}
        >
          {t(isFiltered ? 'emptyKindText' : mayEdit ? 'emptyText' : 'emptyRead')}
        </EmptyState>
      }
    >
      <ul className="file-tiles">
        {pages.rows.map((file) => (
          <FileTile key={file.id} file={file} onOpen={() => onOpen(file.id)} />
        ))}
      </ul>
    </PagedList>
  );
}

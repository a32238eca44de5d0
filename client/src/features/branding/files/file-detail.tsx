import type { AssetView } from '@qafila/shared/branding/asset-views';
import { assetOriginal, assetPreview, checkAsset } from '@qafila/shared/branding/assets.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, RefreshCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, rawUrl } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Button } from '../../../ui/button';
import { SideSheet } from '../../../ui/dialog';
import { TableSkeleton } from '../../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../../ui/states';
import { FILES_KEY, fileQuery, isUnderway, lookAgain } from './api';
import { FileState } from './file-tile';
import { bytesText, millimetresText, rejectionText, typeName } from './file-words';
import { PreflightTable } from './preflight-table';
import { ReplaceFile } from './replace-file';
import type { Uploads } from './use-uploads';

interface FileDetailProps {
  /** The file that is open; `null` for none. */
  readonly id: string | null;
  readonly uploads: Uploads;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}

/** A file with its pages, what preflight says of it, and what can be done. */
export function FileDetail({ id, uploads, onClose, onOpen }: FileDetailProps): ReactNode {
  const { t } = useTranslation('files');
  return (
    <SideSheet title={t('detail.title')} isOpen={id !== null} onClose={onClose} size={520}>
      {id !== null && <Loaded key={id} id={id} uploads={uploads} onOpen={onOpen} onClose={onClose} />}
    </SideSheet>
  );
}

type LoadedProps = Omit<FileDetailProps, 'id'> & { readonly id: string };

function Loaded(props: LoadedProps): ReactNode {
  const { t } = useTranslation('files');
  const file = useQuery({
    ...fileQuery(props.id),
    refetchInterval: ({ state }) =>
      state.data ? lookAgain([state.data.asset], state.dataUpdateCount) : false,
  });
  if (file.isPending) return <TableSkeleton rows={5} columns={1} />;
  if (file.isError && !file.data)
    return <ErrorState error={file.error} what={t('detail.failed')} onRetry={() => void file.refetch()} />;
  return <Detail view={file.data} {...props} />;
}

function Detail({ view, uploads, onOpen, onClose }: LoadedProps & { readonly view: AssetView }): ReactNode {
  const { t } = useTranslation('files');
  const { locale } = useLocale();
  const { asset, results, pages } = view;
  return (
    <div className="stack file-detail">
      <div className="between">
        <b className="file-name">
          <bdi>{asset.name}</bdi>
        </b>
        <FileState file={asset} />
      </div>
      {asset.rejection && <p className="file-note-bad">{rejectionText(asset.rejection, locale)}</p>}
      {isUnderway(asset) && <p className="muted">{t('detail.underway')}</p>}
      {asset.state === 'superseded' && <p className="muted">{t('detail.superseded')}</p>}
      {asset.replacedBy !== null && (
        <div>
          <Button size="small" onClick={() => asset.replacedBy && onOpen(asset.replacedBy)}>
            {t('detail.newer')}
          </Button>
        </div>
      )}
      {pages.length > 0 && <Pages view={view} />}
      <Facts view={view} />
      {results.length > 0 && (
        <section className="stack stack-tight" aria-label={t('preflight.title')}>
          <h3>{t('preflight.title')}</h3>
          <PreflightTable preflight={view} hasPages={pages.length > 1} />
        </section>
      )}
      <Actions view={view} uploads={uploads} onClose={onClose} />
    </div>
  );
}

function Pages({ view: { asset, pages } }: { readonly view: AssetView }): ReactNode {
  const { t } = useTranslation('files');
  const [page, setPage] = useState(1);
  return (
    <div className="stack stack-tight">
      <div className="file-preview">
        <img
          src={rawUrl(assetPreview, { params: { id: asset.id, page } })}
          alt={t('detail.pageAlt', { page, name: asset.name })}
        />
      </div>
      {pages.length > 1 && (
        <div className="inline">
          {pages.map((each) => (
            <button
              key={each.page}
              type="button"
              className={each.page === page ? 'chip chip-info' : 'chip'}
              aria-pressed={each.page === page}
              onClick={() => setPage(each.page)}
            >
              {t('preflight.page', { page: each.page })}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function Facts({ view: { asset, pages } }: { readonly view: AssetView }): ReactNode {
  const { t } = useTranslation('files');
  const { locale } = useLocale();
  const { dateTime } = useFormats();
  const [first] = pages;
  const isPaper = asset.contentType === 'application/pdf' || asset.contentType === 'image/svg+xml';
  const facts: [string, string | null][] = [
    ['kind', t(`kind.${asset.kind}`)],
    ['type', typeName(asset.contentType)],
    ['size', bytesText(asset.byteCount, locale)],
    [
      'trim',
      first && isPaper
        ? t('detail.mm', { size: millimetresText(first.trimWMm, first.trimHMm, locale) })
        : null,
    ],
    ['pixels', first && !isPaper ? millimetresText(first.widthPx, first.heightPx, locale) : null],
    ['pages', asset.pageCount !== null && asset.pageCount > 1 ? String(asset.pageCount) : null],
    ['uploadedAt', dateTime(asset.uploadedAt)],
  ];
  return (
    <dl className="rows">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt className="muted">{t(`detail.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Actions({
  view,
  uploads,
  onClose,
}: {
  readonly view: AssetView;
  readonly uploads: Uploads;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('files');
  const client = useQueryClient();
  const { asset, actions, isOutdated } = view;
  const check = useMutation({
    mutationFn: () => call(checkAsset, { params: { id: asset.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: FILES_KEY }),
  });
  const mayCheck = actions.includes('check') && (asset.state === 'rejected' || isOutdated);
  return (
    <div className="stack stack-tight">
      {isOutdated && <p className="small muted">{t('detail.outdated')}</p>}
      <div className="inline">
        {mayCheck && (
          <Button icon={RefreshCw} busy={check.isPending} onClick={() => check.mutate()}>
            {t('detail.check')}
          </Button>
        )}
        {actions.includes('download') && (
          <a className="btn" href={rawUrl(assetOriginal, { params: { id: asset.id } })} download>
            <Download size={16} aria-hidden />
            {t('detail.download')}
          </a>
        )}
      </div>
      {actions.includes('replace') && <ReplaceFile asset={asset} uploads={uploads} onSent={onClose} />}
      <ErrorLine error={check.error} />
    </div>
  );
}

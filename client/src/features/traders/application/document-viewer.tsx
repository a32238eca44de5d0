import { documentPage } from '@qafila/shared/traders/application.contract';
import type { ReviewItemView } from '@qafila/shared/traders/application-views';
import { ChevronLeft, ChevronRight, FileX2, Minus, Plus, RotateCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { IconButton } from '../../../ui/button';
import { Chip } from '../../../ui/chip';

const ZOOMS = [50, 75, 100, 125, 150, 200, 300] as const;
const WHOLE = 2;

/** The document of an item as pictures drawn by the server: zoom, turn, page. */
export function DocumentViewer({
  id,
  item,
}: {
  readonly id: string;
  readonly item: ReviewItemView;
}): ReactNode {
  const { t } = useTranslation('review');
  const { file } = item;
  if (!file)
    return (
      <section className="card viewer viewer-empty" aria-label={t('viewer.label')}>
        <FileX2 size={30} strokeWidth={1.5} aria-hidden />
        <p className="muted">{t('viewer.none')}</p>
      </section>
    );
  return <Paper key={file.id} id={id} item={item} file={file} />;
}

function Paper(props: {
  readonly id: string;
  readonly item: ReviewItemView;
  readonly file: NonNullable<ReviewItemView['file']>;
}): ReactNode {
  const { t } = useTranslation('review');
  const { id, item, file } = props;
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(WHOLE);
  const [turn, setTurn] = useState(0);
  const [isBroken, setBroken] = useState(false);
  const percent = ZOOMS[zoom] ?? 100;
  const src = rawUrl(documentPage, { params: { id, kind: item.kind, page }, query: { of: file.id } });
  const turnTo = (next: number): void => setPage(Math.min(Math.max(next, 1), file.pages));
  return (
    <section className="card viewer" aria-label={t('viewer.label')}>
      <div className="viewer-head">
        <b className="viewer-name">
          <bdi>{file.name}</bdi>
        </b>
        {item.isFileChanged && <Chip tone="warn">{t('viewer.newFile')}</Chip>}
        <Chip>{t('viewer.page', { page, pages: file.pages })}</Chip>
        <span className="viewer-tools">
          {file.pages > 1 && (
            <>
              <IconButton
                icon={ChevronLeft}
                flip
                label={t('viewer.previous')}
                onClick={() => turnTo(page - 1)}
              />
              <IconButton
                icon={ChevronRight}
                flip
                label={t('viewer.next')}
                onClick={() => turnTo(page + 1)}
              />
            </>
          )}
          <IconButton
            icon={Minus}
            label={t('viewer.smaller')}
            onClick={() => setZoom(Math.max(0, zoom - 1))}
          />
          <bdi dir="ltr" className="small">{`${percent}%`}</bdi>
          <IconButton
            icon={Plus}
            label={t('viewer.larger')}
            onClick={() => setZoom(Math.min(ZOOMS.length - 1, zoom + 1))}
          />
          <IconButton icon={RotateCw} label={t('viewer.turn')} onClick={() => setTurn((turn + 90) % 360)} />
        </span>
      </div>
      <section className="viewer-paper" aria-label={file.name} tabIndex={-1}>
        {isBroken ? (
          <p className="muted">{t('viewer.broken')}</p>
        ) : (
          <img
            src={src}
            alt={t('viewer.alt', { name: file.name, page })}
            className={`turn-${turn}`}
            style={{ inlineSize: `${percent}%` }}
            onError={() => setBroken(true)}
          />
        )}
      </section>
    </section>
  );
}

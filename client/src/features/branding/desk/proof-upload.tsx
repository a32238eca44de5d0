import type { AssetView } from '@qafila/shared/branding/asset-views';
import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import { designAssetPreview } from '@qafila/shared/branding/design-assets.contract';
import { createProof } from '@qafila/shared/branding/design-proofs.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FilePlus2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, rawUrl } from '../../../lib/call';
import { useLocale } from '../../../lib/i18n/locale';
import { useIntention } from '../../../lib/intention';
import { Button, IconButton } from '../../../ui/button';
import { TableSkeleton } from '../../../ui/skeleton';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { isUnderway } from '../files/api';
import { FileInput } from '../files/file-input';
import { FileState } from '../files/file-tile';
import { rejectionText } from '../files/file-words';
import { PreflightTable } from '../files/preflight-table';
import { OutgoingRow, RowHead } from '../files/upload-list';
import { DESK_KEY } from './api';
import { type ProofUpload, useProofUpload } from './use-proof-upload';

/** Takes a proof file, shows what preflight says of it, and makes the next version of it. */
export function ProofUploadPanel({ brief }: { readonly brief: DesignBriefView }): ReactNode {
  const { t } = useTranslation('desk');
  const upload = useProofUpload(brief.id);
  const { item, left, asset } = upload;
  const isEmpty = !item && !left && !asset && !upload.isLoading;
  return (
    <section className="stack desk-upload" aria-label={t('upload.title')}>
      {isEmpty && (
        <div className="drop-place">
          <p>{t('upload.text')}</p>
          <FileInput
            kind={brief.turn === 'store' ? 'primary' : 'plain'}
            label={t('upload.choose')}
            onFiles={([file]) => file && upload.add(file)}
          />
        </div>
      )}
      {item && (
        <ul aria-label={t('upload.sending')}>
          <OutgoingRow item={item} store={upload.store} />
        </ul>
      )}
      {left && <Left upload={upload} />}
      {upload.isLoading && <TableSkeleton rows={2} columns={1} />}
      <ErrorLine error={upload.error} />
      {asset && <Inspected brief={brief} view={asset} upload={upload} />}
    </section>
  );
}

/** After a reload: the parts are there, the file has to be chosen again. */
function Left({ upload }: { readonly upload: ProofUpload }): ReactNode {
  const { t } = useTranslation(['desk', 'files']);
  const { left } = upload;
  if (!left) return null;
  const done = Math.min(left.bytes, left.received.length * left.chunkBytes);
  return (
    <div className="upload-row">
      <RowHead name={left.name} done={done} of={left.bytes} word={t('files:sending.left')} />
      <span className="upload-tools">
        <FileInput
          size="small"
          label={t('files:sending.goOn')}
          onFiles={([file]) => file && upload.goOn(file)}
        />
        <IconButton
          icon={X}
          label={t('files:sending.remove', { name: left.name })}
          onClick={() => void upload.discard()}
        />
      </span>
    </div>
  );
}

interface InspectedProps {
  readonly brief: DesignBriefView;
  readonly view: AssetView;
  readonly upload: ProofUpload;
}

function Inspected({ brief, view, upload }: InspectedProps): ReactNode {
  const { t } = useTranslation(['desk', 'files']);
  const { locale } = useLocale();
  const { asset, results, pages } = view;
  return (
    <div className="stack">
      <div className="between">
        <b className="file-name">
          <bdi>{asset.name}</bdi>
        </b>
        <FileState file={asset} />
      </div>
      {isUnderway(asset) && <p className="muted">{t('files:detail.underway')}</p>}
      {asset.rejection && <p className="file-note-bad">{rejectionText(asset.rejection, locale)}</p>}
      {pages.length > 0 && (
        <div className="file-preview">
          <img
            src={rawUrl(designAssetPreview, { params: { id: asset.id, page: 1 } })}
            alt={t('files:detail.pageAlt', { page: 1, name: asset.name })}
          />
        </div>
      )}
      {results.length > 0 && (
        <section className="stack stack-tight" aria-label={t('files:preflight.title')}>
          <h3>{t('files:preflight.title')}</h3>
          <PreflightTable preflight={view} hasPages={pages.length > 1} />
        </section>
      )}
      <MakeVersion brief={brief} view={view} upload={upload} />
    </div>
  );
}

function MakeVersion({ brief, view, upload }: InspectedProps): ReactNode {
  const { t } = useTranslation('desk');
  const client = useQueryClient();
  const intention = useIntention();
  const version = (brief.proofs[0]?.version ?? 0) + 1;
  const { asset } = view;
  const make = useMutation({
    mutationFn: () =>
      intention.send({ assetId: asset.id }, (body, idempotencyKey) =>
        call(createProof, { params: { id: brief.id }, body, idempotencyKey }),
      ),
    onSuccess: async (proof) => {
      upload.forget();
      sayDone(t('upload.made', { version: proof.version }));
      await client.invalidateQueries({ queryKey: DESK_KEY });
    },
  });
  return (
    <div className="stack stack-tight">
      <ErrorLine error={make.error} />
      <div className="inline">
        {asset.state === 'ready' && (
          <Button kind="primary" icon={FilePlus2} busy={make.isPending} onClick={() => make.mutate()}>
            {t('upload.make', { version })}
          </Button>
        )}
        {!isUnderway(asset) && <Button onClick={upload.forget}>{t('upload.other')}</Button>}
      </div>
    </div>
  );
}

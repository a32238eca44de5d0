import type { AssetView } from '@qafila/shared/branding/asset-views';
import { replaceProofFile } from '@qafila/shared/branding/design-proofs.contract';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import { useMutation } from '@tanstack/react-query';
import { FileSymlink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../lib/call';
import { useLocale } from '../../../../lib/i18n/locale';
import { Button } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { ErrorLine } from '../../../../ui/states';
import { sayDone } from '../../../../ui/toast';
import { type ProofUpload, useProofUpload } from '../../desk/use-proof-upload';
import { isUnderway } from '../../files/api';
import { FileInput } from '../../files/file-input';
import { FileState } from '../../files/file-tile';
import { rejectionText } from '../../files/file-words';
import { PreflightTable } from '../../files/preflight-table';
import { OutgoingRow } from '../../files/upload-list';
import { STORE_SIDE } from '../side';
import { useFreshProof } from '../use-review';

/** Another file for a version that is still with its maker: a returned one is mended here. */
export function ReplaceFile({ proof }: { readonly proof: DesignProofView }): ReactNode {
  const { t } = useTranslation('gate');
  const upload = useProofUpload(proof.briefId);
  const { item, left, asset } = upload;
  const take = left ? upload.goOn : upload.add;
  return (
    <Card title={t('replace.title')} className="proof-replace">
      {item && (
        <ul>
          <OutgoingRow item={item} store={upload.store} />
        </ul>
      )}
      {!item && !asset && !upload.isLoading && (
        <>
          <p className="small">{t(left ? 'replace.goOn' : 'replace.text')}</p>
          <div>
            <FileInput size="small" label={t('replace.choose')} onFiles={([file]) => file && take(file)} />
          </div>
        </>
      )}
      <ErrorLine error={upload.error} />
      {asset && <Checked proof={proof} view={asset} upload={upload} />}
    </Card>
  );
}

interface CheckedProps {
  readonly proof: DesignProofView;
  readonly view: AssetView;
  readonly upload: ProofUpload;
}

/** What the check says of the new file, and the step that puts it in the place of the old one. */
function Checked({ proof, view, upload }: CheckedProps): ReactNode {
  const { t } = useTranslation('gate');
  const { locale } = useLocale();
  const { asset, pages, results } = view;
  const refresh = useFreshProof(STORE_SIDE, proof.id);
  const replace = useMutation({
    mutationFn: () =>
      call(replaceProofFile, {
        params: { id: proof.id },
        body: { assetId: asset.id },
        ifMatch: proof.revision,
      }),
    onSuccess: () => {
      upload.forget();
      sayDone(t('replace.done'));
    },
    onSettled: refresh,
  });
  return (
    <>
      <div className="between">
        <bdi className="file-name">{asset.name}</bdi>
        <FileState file={asset} />
      </div>
      {asset.rejection && <p className="small">{rejectionText(asset.rejection, locale)}</p>}
      {results.length > 0 && <PreflightTable preflight={view} hasPages={pages.length > 1} />}
      <ErrorLine error={replace.error} />
      <div className="inline">
        {asset.state === 'ready' && (
          <Button
            kind="primary"
            size="small"
            icon={FileSymlink}
            busy={replace.isPending}
            onClick={() => replace.mutate()}
          >
            {t('replace.confirm')}
          </Button>
        )}
        {!isUnderway(asset) && (
          <Button size="small" onClick={upload.forget}>
            {t('replace.other')}
          </Button>
        )}
      </div>
    </>
  );
}

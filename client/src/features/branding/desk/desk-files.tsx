import type { BriefView } from '@qafila/shared/branding/brief-views';
import { designAssetOriginal, designAssetThumb } from '@qafila/shared/branding/design-assets.contract';
import { Download, FileX2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';

type File = BriefView['references'][number];
const isShown = ({ state }: File): boolean => state === 'ready' || state === 'superseded';

/** The trader's files of a brief: they come under neutral names. */
export function DeskFiles({ files }: { readonly files: readonly File[] }): ReactNode {
  const { t } = useTranslation(['desk', 'briefs']);
  return (
    <ul className="brief-files">
      {files.map((file, index) => {
        const name = t('briefs:content.file', {
          number: index + 1,
          kind: t(`briefs:fileKind.${file.kind}`),
        });
        const at = { params: { id: file.assetId } };
        return (
          <li key={file.assetId} className="brief-file">
            <span className="file-thumb">
              {isShown(file) ? (
                <img src={rawUrl(designAssetThumb, at)} alt={name} loading="lazy" />
              ) : (
                <FileX2 size={26} strokeWidth={1.4} aria-hidden />
              )}
            </span>
            <span className="small">{name}</span>
            {isShown(file) ? (
              <a
                className="btn btn-small"
                href={rawUrl(designAssetOriginal, at)}
                download
                aria-label={t('files.downloadNamed', { name })}
              >
                <Download size={14} aria-hidden />
                {t('files.download')}
              </a>
            ) : (
              <span className="small bad">{t('briefs:content.unusable')}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

import { assetThumb } from '@qafila/shared/branding/assets.contract';
import type { BriefView } from '@qafila/shared/branding/brief-views';
import { Link } from '@tanstack/react-router';
import { FileClock, FileX2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { IconButton } from '../../../ui/button';

type File = BriefView['references'][number];
export const isBeingChecked = ({ state }: File): boolean => state === 'quarantined' || state === 'checking';
const isShown = ({ state }: File): boolean => state === 'ready' || state === 'superseded';

interface ReferencesProps {
  readonly files: readonly File[];
  readonly onRemove?: (id: string) => void;
}

/** The files of a brief, each leading to its place among the company's files. */
export function References({ files, onRemove }: ReferencesProps): ReactNode {
  const { t } = useTranslation('briefs');
  return (
    <ul className="brief-files" aria-label={t('content.references')}>
      {files.map((file, index) => (
        <li key={file.assetId} className="brief-file">
          <Link to="/brand/files" search={{ file: file.assetId }} className="brief-file-link">
            <Picture file={file} />
            <span className="small">
              {t('content.file', { number: index + 1, kind: t(`fileKind.${file.kind}`) })}
            </span>
          </Link>
          {!isShown(file) && (
            <span className={isBeingChecked(file) ? 'small muted' : 'small bad'}>
              {t(isBeingChecked(file) ? 'content.checking' : 'content.unusable')}
            </span>
          )}
          {onRemove && (
            <IconButton
              icon={X}
              label={t('form.removeFile', { number: index + 1 })}
              onClick={() => onRemove(file.assetId)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Picture({ file }: { readonly file: File }): ReactNode {
  const Icon = isBeingChecked(file) ? FileClock : FileX2;
  return (
    <span className="file-thumb">
      {isShown(file) ? (
        <img src={rawUrl(assetThumb, { params: { id: file.assetId } })} alt="" loading="lazy" />
      ) : (
        <Icon size={26} strokeWidth={1.4} aria-hidden />
      )}
    </span>
  );
}

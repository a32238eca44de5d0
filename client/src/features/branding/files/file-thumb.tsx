import type { AssetRow } from '@qafila/shared/branding/asset-views';
import { assetThumb } from '@qafila/shared/branding/assets.contract';
import { FileClock, FileX2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { rawUrl } from '../../../lib/call';
import { isUnderway } from './api';

/** Small picture of a file, drawn by the server; an icon while there is none. */
export function FileThumb({ file }: { readonly file: AssetRow }): ReactNode {
  if (file.hasPreview)
    return (
      <span className="file-thumb">
        <img src={rawUrl(assetThumb, { params: { id: file.id } })} alt="" loading="lazy" />
      </span>
    );
  const Icon = isUnderway(file) ? FileClock : FileX2;
  return (
    <span className="file-thumb">
      <Icon size={28} strokeWidth={1.4} aria-hidden />
    </span>
  );
}

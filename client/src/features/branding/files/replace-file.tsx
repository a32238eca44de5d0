import type { AssetRow } from '@qafila/shared/branding/asset-views';
import { RefreshCw } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { FileInput } from './file-input';
import { RightsTick } from './rights-tick';
import type { Uploads } from './use-uploads';

interface ReplaceFileProps {
  readonly asset: AssetRow;
  readonly uploads: Uploads;
  readonly onSent: () => void;
}

/** A newer version of a file: it takes the place of this one once it is ready itself. */
export function ReplaceFile({ asset, uploads, onSent }: ReplaceFileProps): ReactNode {
  const { t } = useTranslation('files');
  const [isOpen, setOpen] = useState(false);
  const [hasRights, setRights] = useState(false);
  const noteId = useId();
  const { kind } = asset;
  if (kind === 'proof') return null;
  if (!isOpen)
    return (
      <div>
        <Button icon={RefreshCw} onClick={() => setOpen(true)}>
          {t('replace.begin')}
        </Button>
      </div>
    );
  return (
    <section className="card card-soft card-pad" aria-label={t('replace.begin')}>
      <p className="small" id={noteId}>
        {t('replace.text')}
      </p>
      <RightsTick isOn={hasRights} onChange={setRights} />
      <div>
        <FileInput
          label={t('drop.chooseOne')}
          onFiles={(files) => {
            uploads.add(files, kind, asset.id);
            onSent();
          }}
          {...(hasRights ? {} : { reasonId: noteId })}
        />
      </div>
    </section>
  );
}

import type { AssetRow } from '@qafila/shared/branding/asset-views';
import { CircleAlert, LoaderCircle, type LucideIcon } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { Chip } from '../../../ui/chip';
import { isUnderway } from './api';
import { FileThumb } from './file-thumb';
import { bytesText, rejectionText, stateTone, stateWord, typeName } from './file-words';

/** The state of a file, in a word. */
export function FileState({ file }: { readonly file: AssetRow }): ReactNode {
  const { t } = useTranslation('files');
  return (
    <Chip tone={stateTone(file)} {...iconOf(file)}>
      {t(stateWord(file), { count: file.checks.fail > 0 ? file.checks.fail : file.checks.warn })}
    </Chip>
  );
}

/** A warning is no waiting: the clock of the chips would say so. */
function iconOf(file: AssetRow): { readonly icon?: LucideIcon } {
  if (isUnderway(file)) return { icon: LoaderCircle };
  return file.state === 'ready' && stateTone(file) === 'warn' ? { icon: CircleAlert } : {};
}

interface FileTileProps {
  readonly file: AssetRow;
  readonly onOpen: () => void;
}

/** One file of the list: picture, name, what it is, and how it stands. */
export function FileTile({ file, onOpen }: FileTileProps): ReactNode {
  const { t } = useTranslation('files');
  const { locale } = useLocale();
  const type = typeName(file.contentType);
  const facts = [t(`kind.${file.kind}`), ...(type === null ? [] : [type]), bytesText(file.byteCount, locale)];
  return (
    <li className="card file-tile">
      <FileThumb file={file} />
      <div className="file-tile-text">
        <button type="button" className="file-open" onClick={onOpen}>
          <bdi className="file-name">{file.name}</bdi>
        </button>
        <p className="small muted">
          {facts.map((fact, place) => (
            <Fragment key={fact}>
              {place > 0 && ' · '}
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
        </p>
        <div>
          <FileState file={file} />
        </div>
        {file.rejection && <p className="small file-why">{rejectionText(file.rejection, locale)}</p>}
      </div>
    </li>
  );
}

import type { UploadView } from '@qafila/shared/branding/asset-views';
import { tidyFileName } from '@qafila/shared/branding/assets.rules';
import { Pause, Play, RotateCw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { IconButton } from '../../../ui/button';
import { ErrorLine, ErrorText } from '../../../ui/states';
import { FileInput } from './file-input';
import { bytesText } from './file-words';
import type { Outgoing } from './upload-store';
import type { Uploads } from './use-uploads';

/** Files on their way, and those that only began and wait for the same file. */
export function UploadList({ uploads }: { readonly uploads: Uploads }): ReactNode {
  const { t } = useTranslation('files');
  const { items, left, discard } = uploads;
  if (items.length + left.length === 0) return null;
  return (
    <section className="card upload-list" aria-label={t('sending.label')}>
      <ul>
        {items.map((item) => (
          <OutgoingRow key={item.key} item={item} store={uploads.store} />
        ))}
        {left.map((upload) => (
          <LeftRow key={upload.id} upload={upload} uploads={uploads} />
        ))}
      </ul>
      <ErrorLine error={discard.error} />
    </section>
  );
}

interface OutgoingProps {
  readonly item: Outgoing;
  readonly store: Pick<Uploads['store'], 'pause' | 'resume' | 'remove'>;
}

/** A file on its way: how far it is, and pause, another try and removal. */
export function OutgoingRow({ item, store }: OutgoingProps): ReactNode {
  const { t } = useTranslation('files');
  const name = tidyFileName(item.file.name);
  const isStopped = item.state === 'paused' || item.state === 'failed';
  return (
    <li className="upload-row">
      <RowHead name={name} done={item.sent} of={item.file.size} word={t(`sending.${item.state}`)} />
      <span className="upload-tools">
        {item.state === 'sending' && (
          <IconButton
            icon={Pause}
            label={t('sending.pause', { name })}
            onClick={() => store.pause(item.key)}
          />
        )}
        {isStopped && (
          <IconButton
            icon={item.state === 'failed' ? RotateCw : Play}
            label={t(item.state === 'failed' ? 'sending.again' : 'sending.resume', { name })}
            onClick={() => store.resume(item.key)}
          />
        )}
        <IconButton
          icon={X}
          label={t('sending.remove', { name })}
          onClick={() => void store.remove(item.key)}
        />
      </span>
      {item.error !== null && (
        <p className="field-error upload-note" role="alert">
          <ErrorText error={item.error} />
        </p>
      )}
    </li>
  );
}

/** After a reload: the parts are there, the file has to be chosen again. */
function LeftRow({ upload, uploads }: { readonly upload: UploadView; readonly uploads: Uploads }): ReactNode {
  const { t } = useTranslation('files');
  const done = Math.min(upload.bytes, upload.received.length * upload.chunkBytes);
  return (
    <li className="upload-row">
      <RowHead name={upload.name} done={done} of={upload.bytes} word={t('sending.left')} />
      <span className="upload-tools">
        <FileInput
          size="small"
          label={t('sending.goOn')}
          onFiles={([file]) => file && uploads.goOn(upload, file)}
        />
        <IconButton
          icon={X}
          label={t('sending.remove', { name: upload.name })}
          onClick={() => uploads.discard.mutate(upload.id)}
        />
      </span>
    </li>
  );
}

interface HeadProps {
  readonly name: string;
  readonly done: number;
  readonly of: number;
  readonly word: string;
}

/** Name and progress of one upload. */
export function RowHead({ name, done, of, word }: HeadProps): ReactNode {
  const { t } = useTranslation('files');
  const { locale } = useLocale();
  const { percent } = useFormats();
  const share = Math.floor((done / of) * 100);
  return (
    <div className="upload-head">
      <div className="between">
        <b className="file-name">
          <bdi>{name}</bdi>
        </b>
        <span className="small muted nowrap">
          {percent(share)} · {word}
        </span>
      </div>
      <div
        className="bar"
        role="progressbar"
        aria-label={t('sending.progress', { name })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={`${bytesText(done, locale)} / ${bytesText(of, locale)}`}
      >
        <span style={{ inlineSize: `${share}%` }} />
      </div>
    </div>
  );
}

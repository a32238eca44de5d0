import { ownDocumentPage, uploadDocument } from '@qafila/shared/traders/application.contract';
import { DOCUMENT_LIMIT_MB } from '@qafila/shared/traders/application.rules';
import type { ItemView } from '@qafila/shared/traders/application-views';
import { useMutation } from '@tanstack/react-query';
import { FileUp, RefreshCw } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, rawUrl } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { typedFile } from '../../../lib/typed-file';
import { Button } from '../../../ui/button';
import { ErrorLine } from '../../../ui/states';
import { useKeepReply } from './api';

const MB = 1024 * 1024;
function useUpload(item: ItemView, before: () => Promise<void>) {
  const keep = useKeepReply();
  return useMutation({
    mutationFn: async (file: File) => {
      await before();
      return call(uploadDocument, {
        params: { kind: item.kind },
        query: { name: file.name.slice(-200) },
        file: typedFile(file),
      });
    },
    onSuccess: keep,
  });
}

/** The document of an item: drop or pick it, see it, replace it. */
export function DocumentField(props: {
  readonly item: ItemView;
  readonly isNeeded: boolean;
  readonly before: () => Promise<void>;
}): ReactNode {
  const { t } = useTranslation('application');
  const say = useSay();
  const { item } = props;
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const upload = useUpload(item, props.before);
  const take = (file: File | undefined): void => {
    if (!file) return;
    const isLarge = file.size > DOCUMENT_LIMIT_MB.value * MB;
    setTooLarge(isLarge);
    if (!isLarge) upload.mutate(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (!item.isLocked) take(event.dataTransfer.files[0]);
  };
  return (
    <section
      className="document-field"
      aria-label={t('document.label')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <span className="field-label">
        {props.isNeeded ? t('document.label') : t('optional', { label: t('document.label') })}
      </span>
      {item.file ? <Preview item={item} /> : null}
      {!item.isLocked && (
        <div className="document-pick">
          <input
            ref={input}
            type="file"
            className="sr-only"
            tabIndex={-1}
            aria-label={t('document.label')}
            accept="application/pdf,image/jpeg,image/png"
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button
            icon={item.file ? RefreshCw : FileUp}
            busy={upload.isPending}
            onClick={() => input.current?.click()}
          >
            {t(item.file ? 'document.replace' : 'document.pick')}
          </Button>
          <span className="small muted">{t('document.hint', { limit: DOCUMENT_LIMIT_MB.value })}</span>
        </div>
      )}
      {tooLarge ? (
        <p className="field-error" role="alert">
          {say.reason({ code: 'TOO_LARGE', params: { limitMb: DOCUMENT_LIMIT_MB.value } })}
        </p>
      ) : (
        <ErrorLine error={upload.error} />
      )}
    </section>
  );
}

function Preview({ item }: { readonly item: ItemView }): ReactNode {
  const { t } = useTranslation('application');
  const { file, kind } = item;
  if (!file) return null;
  const src = rawUrl(ownDocumentPage, { params: { kind, page: 1 }, query: { of: file.uploadedAt } });
  return (
    <div className="document-preview">
      <a href={src} target="_blank" rel="noreferrer" aria-label={t('document.open', { name: file.name })}>
        <img src={src} alt="" loading="lazy" />
      </a>
      <div>
        <b>
          <bdi>{file.name}</bdi>
        </b>
        <p className="small muted">{t('document.pages', { count: file.pages })}</p>
      </div>
    </div>
  );
}

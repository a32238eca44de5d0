import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { confirmTotp, draftTotp } from '@qafila/shared/identity/factors.contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, isProblem } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { CodeInput } from '../../../ui/code-input';
import { CopyButton } from '../../../ui/copy-button';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../../ui/states';

export type TotpDraft = AnswerOf<typeof draftTotp>;

/** The first app: the key is made as the step opens. */
export function AppSetup({ onDone }: { readonly onDone: () => void }): ReactNode {
  const draft = useMutation({ mutationFn: () => call(draftTotp, { quiet: true }) });
  const { mutate } = draft;
  const begun = useRef(false);
  useEffect(() => {
    // Twice in development, and the first key would be void.
    if (!begun.current) mutate();
    begun.current = true;
  }, [mutate]);
  if (draft.isError) return <ErrorState error={draft.error} onRetry={() => mutate()} />;
  if (!draft.data) return <CardsSkeleton cards={1} />;
  return <AppKey draft={draft.data} onDone={onDone} onAgain={() => mutate()} />;
}

interface AppKeyProps {
  readonly draft: TotpDraft;
  readonly onDone: () => void;
  /** Makes a new key when this one is too old. */
  readonly onAgain: () => void;
}

const inFours = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');

/** The key as a picture and as text, and the first code typed back. */
export function AppKey({ draft, onDone, onAgain }: AppKeyProps): ReactNode {
  const { t } = useTranslation('identity');
  return (
    <div className="app-key">
      <figure className="qr">
        <svg viewBox={`0 0 ${draft.qr.size} ${draft.qr.size}`} role="img" aria-label={t('enrol.app.qr')}>
          <rect width={draft.qr.size} height={draft.qr.size} fill="#fff" />
          <path d={draft.qr.path} fill="#000" />
        </svg>
      </figure>
      <div className="stack">
        <p>{t('enrol.app.scan')}</p>
        <div className="key-text">
          <span className="small muted">{t('enrol.app.key')}</span>
          <span className="inline-tight">
            <bdi dir="ltr" className="code key-code" translate="no">
              {inFours(draft.secret)}
            </bdi>
            <CopyButton value={draft.secret} label={t('enrol.app.key')} />
          </span>
          <a className="small" href={draft.uri}>
            {t('enrol.app.open')}
          </a>
        </div>
        <FirstCode onDone={onDone} onAgain={onAgain} />
      </div>
    </div>
  );
}

function FirstCode({ onDone, onAgain }: Omit<AppKeyProps, 'draft'>): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: (typed: string) => call(confirmTotp, { quiet: true, body: { code: typed } }),
    onSuccess: onDone,
    onError: () => setCode(''),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!confirm.isPending) confirm.mutate(code);
  };
  if (isProblem(confirm.error, 'NO_DRAFT')) {
    return (
      <div className="stack">
        <ErrorLine error={confirm.error} />
        <Button
          kind="primary"
          onClick={() => {
            confirm.reset();
            onAgain();
          }}
        >
          {t('enrol.app.again')}
        </Button>
      </div>
    );
  }
  return (
    <form className="stack" onSubmit={submit}>
      <CodeInput
        label={t('enrol.app.code')}
        hint={t('enrol.app.codeHint')}
        value={code}
        error={confirm.error ? say.error(confirm.error) : undefined}
        onChange={setCode}
        onComplete={(digits) => !confirm.isPending && confirm.mutate(digits)}
      />
      <Button type="submit" kind="primary" wide busy={confirm.isPending}>
        {t('enrol.app.confirm')}
      </Button>
    </form>
  );
}

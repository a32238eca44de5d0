import type { BlockChange } from '@qafila/shared/privacy/policy-diff';
import { type PolicyTexts, publishPolicy } from '@qafila/shared/privacy/privacy.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { CodeConfirm } from '../../ui/code-confirm';
import { Dialog } from '../../ui/dialog';
import { sayDone } from '../../ui/toast';

interface PublishDialogProps {
  readonly basedOn: number;
  readonly texts: PolicyTexts;
  readonly counts: readonly {
    readonly name: string;
    readonly counts: Readonly<Record<Exclude<BlockChange['change'], 'kept'>, number>>;
  }[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What publishing does, in one sentence, with the numbers of each language; then the fresh code. */
export function PublishDialog({ basedOn, texts, counts, onClose, onDone }: PublishDialogProps): ReactNode {
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const client = useQueryClient();
  const navigate = useNavigate();
  const version = format.number(basedOn + 1);
  // The very object a passkey answers for.
  const input = useMemo(() => ({ body: { basedOn, texts } }), [basedOn, texts]);
  const done = async (): Promise<void> => {
    onClose();
    onDone();
    sayDone(t('desk.published', { version }));
    await client.invalidateQueries({ queryKey: ['policy'] });
    await navigate({ to: '/policy', search: { v: basedOn + 1, since: basedOn } as never });
  };
  return (
    <Dialog title={t('desk.publish', { version })} isOpen onClose={onClose}>
      <p>{t('desk.consequence', { version })}</p>
      <dl className="rows">
        {counts.map(({ name, counts: of }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {t('desk.counts', {
                changed: format.number(of.changed),
                added: format.number(of.added),
                removed: format.number(of.removed),
              })}
            </dd>
          </div>
        ))}
      </dl>
      <CodeConfirm
        endpoint={publishPolicy}
        input={input}
        confirm={t('desk.confirm')}
        onDone={() => void done()}
        onClose={onClose}
      />
    </Dialog>
  );
}

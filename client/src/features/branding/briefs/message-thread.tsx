import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import type { Pages } from '../../../lib/use-pages';
import { Button } from '../../../ui/button';
import { TableSkeleton } from '../../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../../ui/states';

/** A message as either side has it. */
export interface ThreadMessage {
  readonly id: string;
  readonly side: 'store' | 'trader';
  readonly author: string | null;
  readonly text: string;
  readonly isMine: boolean;
  readonly at: string;
  readonly visibility?: 'shared' | 'internal';
}

interface ThreadProps {
  /** Newest first. */
  readonly messages: readonly ThreadMessage[];
  readonly query: Pages['query'];
  readonly empty: string;
}

/** What was written, the newest at the foot, where one writes. */
export function MessageThread({ messages, query, empty }: ThreadProps): ReactNode {
  const { t } = useTranslation('briefs');
  if (query.isPending) return <TableSkeleton rows={2} columns={1} />;
  if (query.isError && messages.length === 0)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (messages.length === 0) return <p className="small muted">{empty}</p>;
  return (
    <div className="stack">
      {query.isError && <ErrorLine error={query.error} />}
      {query.hasNextPage && (
        <div>
          <Button size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('messages.earlier')}
          </Button>
        </div>
      )}
      <ol className="brief-thread">
        {[...messages].reverse().map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ol>
    </div>
  );
}

function Message({ message }: { readonly message: ThreadMessage }): ReactNode {
  const { t } = useTranslation('briefs');
  const format = useFormats();
  const isInternal = message.visibility === 'internal';
  const names = [
    'brief-message',
    message.isMine && 'brief-message-mine',
    isInternal && 'brief-message-internal',
  ];
  const author = message.isMine ? t('messages.you') : (message.author ?? t(`messages.${message.side}`));
  return (
    <li className={names.filter(Boolean).join(' ')}>
      <p className="small muted">
        <b>
          <bdi>{author}</bdi>
        </b>{' '}
        · {format.dateTime(message.at)}
        {isInternal && (
          <span className="brief-internal">
            <Lock size={12} aria-hidden /> {t('messages.internal')}
          </span>
        )}
      </p>
      <p className="brief-text" dir="auto">
        {message.text}
      </p>
    </li>
  );
}

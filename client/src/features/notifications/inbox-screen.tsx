import './styles/inbox.css';
import { HTML_LANG } from '@qafila/shared/kernel/locale';
import { demoInbox, demoMail, demoMailPage } from '@qafila/shared/notifications/notifications.contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { ArrowLeft, MailOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, rawUrl } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { LinkButton } from '../../ui/button';
import { LanguageMenu } from '../../ui/language-menu';
import { Code } from '../../ui/money';
import { Page } from '../../ui/page';
import { TableSkeleton } from '../../ui/skeleton';
import { EmptyState, ErrorState } from '../../ui/states';

const LOOK_AGAIN_MS = 5000;

/** Demo mode: the mails the portal sent, as they would arrive. */
export function InboxScreen(): ReactNode {
  const { t } = useTranslation('notifications');
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const chosen = typeof search.mail === 'string' ? search.mail : null;
  const inbox = useQuery({
    queryKey: ['demo', 'inbox'],
    queryFn: () => call(demoInbox, { quiet: true }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const open = chosen ?? inbox.data?.rows[0]?.id ?? null;
  return (
    <Page
      title={t('inbox.title')}
      sub={t('inbox.sub')}
      actions={
        <>
          <LanguageMenu />
          <LinkButton to="/sign-in" kind="quiet" icon={ArrowLeft} flipIcon>
            {t('inbox.back')}
          </LinkButton>
        </>
      }
      className="inbox"
    >
      {inbox.isPending && <TableSkeleton columns={1} />}
      {inbox.isError && <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} />}
      {inbox.data?.rows.length === 0 && (
        <EmptyState icon={MailOpen} title={t('inbox.empty')}>
          {t('inbox.emptyText')}
        </EmptyState>
      )}
      {inbox.data && inbox.data.rows.length > 0 && (
        <>
          <MailList rows={inbox.data.rows} open={open} />
          {open !== null && <Mail id={open} />}
        </>
      )}
    </Page>
  );
}

interface MailRow {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly locale: keyof typeof HTML_LANG;
  readonly at: string;
}

function MailList({
  rows,
  open,
}: {
  readonly rows: readonly MailRow[];
  readonly open: string | null;
}): ReactNode {
  const { t } = useTranslation('notifications');
  const format = useFormats();
  return (
    <nav className="card inbox-list" aria-label={t('inbox.title')}>
      {rows.map((mail) => (
        <Link
          key={mail.id}
          to="."
          search={{ mail: mail.id }}
          className="inbox-row"
          aria-current={mail.id === open ? 'true' : undefined}
        >
          <b lang={HTML_LANG[mail.locale]} dir="auto">
            {mail.subject}
          </b>
          <span className="between small muted">
            <Code>{mail.to}</Code>
            <span className="nowrap">{format.dateTime(mail.at)}</span>
          </span>
        </Link>
      ))}
    </nav>
  );
}

function Mail({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('notifications');
  const mail = useQuery({
    queryKey: ['demo', 'mail', id],
    queryFn: () => call(demoMail, { quiet: true, params: { id } }),
  });
  if (mail.isError) return <ErrorState error={mail.error} onRetry={() => void mail.refetch()} />;
  if (!mail.data) return <TableSkeleton columns={1} />;
  return (
    <section className="card inbox-mail">
      <header>
        <h2 lang={HTML_LANG[mail.data.locale]} dir="auto">
          {mail.data.subject}
        </h2>
        <p className="small muted">
          {t('inbox.from')} <Code>{mail.data.from}</Code> · {t('inbox.to')} <Code>{mail.data.to}</Code>
        </p>
      </header>
      <iframe title={mail.data.subject} sandbox="" src={rawUrl(demoMailPage, { params: { id } })} />
      <details className="small">
        <summary>{t('inbox.plain')}</summary>
        <pre dir="auto">{mail.data.text}</pre>
      </details>
    </section>
  );
}

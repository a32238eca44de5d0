import { demoAccounts } from '@qafila/shared/identity/identity.contract';
import { useQuery } from '@tanstack/react-query';
import { Inbox, MailCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/call';
import { Button, LinkButton } from '../../ui/button';

interface MailSentProps {
  /** What the mail holds and how long its link works. */
  readonly text: ReactNode;
  readonly onAgain: () => void;
}

/** "Look into your mail": the same for every address, known or not. */
export function MailSent({ text, onAgain }: MailSentProps): ReactNode {
  const { t } = useTranslation('identity');
  return (
    <div className="stack">
      <MailCheck size={30} strokeWidth={1.5} aria-hidden className="frame-icon" />
      <p role="status">{text}</p>
      <p className="small muted">{t('mail.notThere')}</p>
      <DemoInbox />
      <div>
        <Button kind="quiet" size="small" onClick={onAgain}>
          {t('mail.again')}
        </Button>
      </div>
    </div>
  );
}

/** Demo mode keeps the mails on a page of its own. */
function DemoInbox(): ReactNode {
  const { t } = useTranslation('identity');
  const demo = useQuery({
    queryKey: ['demo', 'accounts'],
    queryFn: () => call(demoAccounts, { quiet: true }),
    retry: false,
  });
  if (!demo.data) return null;
  return (
    <LinkButton to="/demo/inbox" icon={Inbox} wide>
      {t('demo.inbox')}
    </LinkButton>
  );
}

import type { ApplicationView } from '@qafila/shared/traders/application-views';
import { CircleX, Hourglass, MessageSquareWarning, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { ErrorLine } from '../../../ui/states';
import { useApplyAgain, useRenew } from './api';

/** Where the application is, in one sentence, and what comes next. */
export function StatusCard({ application }: { readonly application: ApplicationView }): ReactNode {
  switch (application.state) {
    case 'submitted':
    case 'in_review':
      return <Waiting application={application} />;
    case 'changes_requested':
      return <Asked application={application} />;
    case 'rejected':
      return <Rejected application={application} />;
    default:
      return null;
  }
}

function Waiting({ application }: { readonly application: ApplicationView }): ReactNode {
  const { t } = useTranslation('application');
  const format = useFormats();
  return (
    <section className="card status-card" role="status">
      <Hourglass size={26} aria-hidden />
      <div>
        <h2>{t(application.state === 'in_review' ? 'status.inReview' : 'status.sent')}</h2>
        <p>{t('status.usually', { due: application.dueAt ? format.dateTime(application.dueAt) : '' })}</p>
        <p className="small muted">
          {t('status.sentAt', {
            when: application.submittedAt ? format.dateTime(application.submittedAt) : '',
          })}
        </p>
      </div>
    </section>
  );
}

function Asked({ application }: { readonly application: ApplicationView }): ReactNode {
  const { t } = useTranslation('application');
  const asked = application.items.filter((item) => item.verdict === 'change_asked');
  return (
    <section className="card status-card status-bad" role="status">
      <MessageSquareWarning size={26} aria-hidden />
      <div>
        <h2>{t('status.asked', { count: asked.length })}</h2>
        <p>{t('status.askedText')}</p>
      </div>
    </section>
  );
}

function Rejected({ application }: { readonly application: ApplicationView }): ReactNode {
  const { t } = useTranslation('application');
  const say = useSay();
  const format = useFormats();
  const again = useApplyAgain();
  const renew = useRenew();
  const [kind] = application.items.map((item) => item.kind);
  const isRenewal = application.kind === 'renewal';
  const wait = application.mayApplyAgainAt;
  const start = (): void => {
    if (isRenewal && kind) renew.mutate(kind);
    else again.mutate();
  };
  return (
    <section className="card status-card status-bad">
      <CircleX size={26} aria-hidden />
      <div className="stack">
        <h2>{t(isRenewal ? 'status.renewalRejected' : 'status.rejected')}</h2>
        <p dir="auto">{application.refusal?.text}</p>
        <p className="small muted">{t('status.kept')}</p>
        <div>
          <Button
            kind="primary"
            icon={RotateCcw}
            busy={again.isPending || renew.isPending}
            onClick={start}
            {...(wait
              ? { reason: say.reason({ code: 'APPLICATION_WAITS', params: { date: format.date(wait) } }) }
              : {})}
          >
            {t(isRenewal ? 'status.renewAgain' : 'status.applyAgain')}
          </Button>
        </div>
        <ErrorLine error={again.error ?? renew.error} />
      </div>
    </section>
  );
}

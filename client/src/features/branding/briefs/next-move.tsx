import type { BriefView } from '@qafila/shared/branding/brief-views';
import { resumeBrief } from '@qafila/shared/branding/briefs.contract';
import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { Button, LinkButton } from '../../../ui/button';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { useBriefStep } from './use-brief-step';

const isOpenProof = ({ state }: BriefView['proofs'][number]): boolean =>
  state === 'sent' || state === 'viewed';

/** Whose move it is and what it is, in a sentence, with the one button that makes it. */
export function NextMove({ brief }: { readonly brief: BriefView }): ReactNode {
  const { t } = useTranslation('briefs');
  const format = useFormats();
  const open = brief.proofs.find(isOpenProof);
  if (brief.state === 'draft') return null;
  if (brief.state === 'needs_info')
    return (
      <Move title={t('next.asked')} isMine>
        {brief.question !== null && (
          <blockquote className="brief-question" dir="auto">
            {brief.question}
          </blockquote>
        )}
        <p>{t('next.askedText')}</p>
      </Move>
    );
  if (brief.state === 'on_hold') return <Resume brief={brief} />;
  if (brief.state === 'approved')
    return (
      <Move title={t('next.approved')}>
        <p>{t('next.approvedText')}</p>
        <div>
          <LinkButton to="/brand/specs">{t('next.toSpecs')}</LinkButton>
        </div>
      </Move>
    );
  if (brief.state === 'cancelled') return <Move title={t('next.cancelled')}>{t('next.cancelledText')}</Move>;
  // The quote has a card of its own.
  if (brief.quote?.state === 'offered') return null;
  if (open)
    return (
      <Move title={t('next.look', { version: open.version })} isMine>
        {open.expiresAt !== null && <p>{t('next.lookText', { when: format.dateTime(open.expiresAt) })}</p>}
        <div>
          <LinkButton to={`/brand/proofs/${open.id}`} kind="primary">
            {t('next.lookDo', { version: open.version })}
          </LinkButton>
        </div>
      </Move>
    );
  if (brief.rounds.used >= brief.rounds.included + brief.rounds.bought)
    return <Move title={t('next.quoteWanted')}>{t('next.quoteWantedText')}</Move>;
  return (
    <Move title={t(brief.state === 'submitted' ? 'next.sent' : 'next.designing')}>
      {brief.dueAt !== null && t('next.due', { when: format.dateTime(brief.dueAt) })}
    </Move>
  );
}

interface MoveProps {
  readonly title: string;
  readonly isMine?: boolean;
  readonly children: ReactNode;
}

function Move({ title, isMine = false, children }: MoveProps): ReactNode {
  return (
    <section className={isMine ? 'card card-pad brief-next brief-next-mine' : 'card card-pad brief-next'}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A proof expired unanswered: the work goes on when the trader says so. */
function Resume({ brief }: { readonly brief: BriefView }): ReactNode {
  const { t } = useTranslation('briefs');
  const action = brief.actions.find(({ step }) => step === 'resume');
  const resume = useBriefStep(brief, {
    run: () => call(resumeBrief, { params: { id: brief.id }, ifMatch: brief.version }),
    onDone: () => sayDone(t('next.resumed')),
  });
  return (
    <Move title={t('next.onHold')} isMine>
      <p>{t('next.onHoldText')}</p>
      <ErrorLine error={resume.error} />
      {action?.allowed && (
        <div>
          <Button kind="primary" icon={Play} flipIcon busy={resume.isPending} onClick={() => resume.mutate()}>
            {t('next.resume')}
          </Button>
        </div>
      )}
    </Move>
  );
}

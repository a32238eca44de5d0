import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import { MESSAGE_MAX } from '@qafila/shared/branding/briefs.contract';
import { askBriefInfo, beginDesign, takeBrief } from '@qafila/shared/branding/design.contract';
import { Hand, MessageCircleQuestionMark, Palette } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { useIntention } from '../../../lib/intention';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { TextArea } from '../briefs/text-area';
import { useDeskStep } from './use-desk-step';

interface StepsProps {
  readonly brief: DesignBriefView;
}

/** Key of the sentence that says what is to be done now. */
function sentenceOf(brief: DesignBriefView): string {
  if (brief.state === 'approved' || brief.state === 'cancelled') return `now.${brief.state}`;
  if (brief.state === 'needs_info') return 'now.asked';
  if (brief.state === 'on_hold') return 'now.onHold';
  if (brief.needsQuote) return 'now.quote';
  if (brief.turn === 'trader') return 'now.trader';
  if (brief.assignee === null) return 'now.free';
  if (brief.state === 'submitted') return brief.isMine ? 'now.begin' : 'now.others';
  return brief.isMine ? 'now.design' : brief.isGatekeeper ? 'now.gate' : 'now.others';
}

/** What is to be done now, and the buttons that do it. */
export function DeskSteps({ brief }: StepsProps): ReactNode {
  const { t } = useTranslation('desk');
  const say = useSay();
  const [isAsking, setAsking] = useState(false);
  const at = { params: { id: brief.id }, ifMatch: brief.version };
  const take = useDeskStep(brief.id, {
    run: () => call(takeBrief, at),
    onDone: () => sayDone(t('step.taken')),
  });
  const begin = useDeskStep(brief.id, {
    run: () => call(beginDesign, at),
    onDone: () => sayDone(t('step.begun')),
  });
  const may = (step: string): boolean =>
    brief.actions.some((action) => action.step === step && action.allowed);
  const beginReason = brief.actions.find(({ step }) => step === 'begin')?.reasons[0];
  // A step of another state is no step now; one that is blocked says why.
  const isBlocked = beginReason === 'BRIEF_ROUND_NEEDS_QUOTE';
  return (
    <section className="card card-pad brief-next">
      <h2>{t(sentenceOf(brief))}</h2>
      {brief.question !== null && (
        <blockquote className="brief-question" dir="auto">
          {brief.question}
        </blockquote>
      )}
      <ErrorLine error={take.error ?? begin.error} />
      <div className="inline">
        {may('begin') && (
          <Button kind="primary" icon={Palette} busy={begin.isPending} onClick={() => begin.mutate()}>
            {t('step.begin')}
          </Button>
        )}
        {isBlocked && (
          <Button reason={say.reason({ code: beginReason, params: {} })}>{t('step.begin')}</Button>
        )}
        {may('take') && (
          <Button icon={Hand} busy={take.isPending} onClick={() => take.mutate()}>
            {t('step.take')}
          </Button>
        )}
        {may('ask_info') && (
          <Button icon={MessageCircleQuestionMark} onClick={() => setAsking(true)}>
            {t('step.ask')}
          </Button>
        )}
      </div>
      <Dialog title={t('ask.title')} isOpen={isAsking} onClose={() => setAsking(false)}>
        {isAsking && <AskForm brief={brief} onClose={() => setAsking(false)} />}
      </Dialog>
    </section>
  );
}

function AskForm({ brief, onClose }: StepsProps & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('desk');
  const say = useSay();
  const intention = useIntention();
  const [text, setText] = useState('');
  const ask = useDeskStep(brief.id, {
    run: () =>
      intention.send({ text }, (body, idempotencyKey) =>
        call(askBriefInfo, { params: { id: brief.id }, ifMatch: brief.version, idempotencyKey, body }),
      ),
    onDone: () => {
      sayDone(t('ask.done'));
      onClose();
    },
  });
  const isEmpty = text.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isEmpty || ask.isPending) return;
    ask.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextArea
        label={t('ask.question')}
        hint={t('ask.hint')}
        rows={4}
        maxLength={MESSAGE_MAX}
        value={text}
        error={say.field(ask.error, 'text')}
        onChange={setText}
      />
      <ErrorLine error={ask.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button
          kind="primary"
          type="submit"
          busy={ask.isPending}
          {...(isEmpty ? { reason: t('ask.typeFirst') } : {})}
        >
          {t('ask.send')}
        </Button>
      </div>
    </form>
  );
}

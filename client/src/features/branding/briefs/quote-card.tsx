import type { BriefView } from '@qafila/shared/branding/brief-views';
import { answerQuote } from '@qafila/shared/branding/briefs.contract';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { Money } from '../../../ui/money';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { useBriefStep } from './use-brief-step';

/** The quote for a further round: what it costs, what it covers, and the answer to it. */
export function QuoteCard({ brief }: { readonly brief: BriefView }): ReactNode {
  const { t } = useTranslation('briefs');
  const format = useFormats();
  const { quote } = brief;
  if (!quote) return null;
  const isOffered = quote.state === 'offered';
  return (
    <section
      className={isOffered ? 'card card-pad brief-next brief-next-mine' : 'card card-pad'}
      aria-label={t('quote.title', { round: quote.round })}
    >
      <div className="between">
        <h2>{t('quote.title', { round: quote.round })}</h2>
        {!isOffered && (
          <Chip tone={quote.state === 'accepted' ? 'ok' : 'plain'}>{t(`quote.${quote.state}`)}</Chip>
        )}
      </div>
      <p className="brief-price">
        <Money of={quote.price} />{' '}
        <span className="small muted">{t('quote.days', { count: quote.leadDays })}</span>
      </p>
      <p className="brief-text" dir="auto">
        {quote.text}
      </p>
      <p className="small muted">{t('quote.at', { when: format.dateTime(quote.at) })}</p>
      {isOffered && <Answer brief={brief} quote={quote} />}
    </section>
  );
}

interface AnswerProps {
  readonly brief: BriefView;
  readonly quote: NonNullable<BriefView['quote']>;
}

function Answer({ brief, quote }: AnswerProps): ReactNode {
  const { t } = useTranslation('briefs');
  const format = useFormats();
  const key = useRef(newKey());
  const [accepts, setAccepts] = useState(true);
  const chosen = useRef(true);
  const answer = useBriefStep(brief, {
    run: () => {
      const body = { quoteId: quote.id, accepts: chosen.current };
      return call(answerQuote, {
        params: { id: brief.id },
        ifMatch: brief.version,
        idempotencyKey: key.current,
        body,
      });
    },
    onDone: () => sayDone(t(chosen.current ? 'quote.acceptDone' : 'quote.declineDone')),
  });
  const give = (isYes: boolean): void => {
    if (isYes !== chosen.current) key.current = newKey();
    chosen.current = isYes;
    setAccepts(isYes);
    answer.mutate();
  };
  const may = brief.actions.some(({ step, allowed }) => step === 'answer_quote' && allowed);
  if (!may) return <p className="small muted">{t('quote.notYours')}</p>;
  return (
    <div className="stack stack-tight">
      <ErrorLine error={answer.error} />
      <div className="inline">
        <Button kind="primary" busy={answer.isPending && accepts} onClick={() => give(true)}>
          {t('quote.accept', { price: format.money(quote.price) })}
        </Button>
        <Button busy={answer.isPending && !accepts} onClick={() => give(false)}>
          {t('quote.decline')}
        </Button>
      </div>
      <p className="small muted">{t('quote.declineNote')}</p>
    </div>
  );
}

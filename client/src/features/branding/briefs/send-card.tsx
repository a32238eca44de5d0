import { FIRST_PROOF_DAYS } from '@qafila/shared/branding/brief-clock.rules';
import { type BriefPart } from '@qafila/shared/branding/brief-views';
import { submitBrief } from '@qafila/shared/branding/briefs.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Send } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { call, isProblem } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { useIntention } from '../../../lib/intention';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { BRIEFS_KEY, briefQuery } from './api';
import { placeOf } from './brief-form';
import { isBeingChecked } from './references';
import { SaveLine } from './save-line';
import type { BriefForm } from './use-brief-form';

/** Takes the reader to a field; the focus goes into it. */
function goTo(part: BriefPart): void {
  const place = document.getElementById(placeOf(part));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
}

/** What is missing, with the way to each field, and the button that sends. */
export function SendCard({ form }: { readonly form: BriefForm }): ReactNode {
  const { t } = useTranslation('briefs');
  const client = useQueryClient();
  const intention = useIntention();
  const reasonsId = useId();
  const { brief, store } = form;
  const action = brief.actions.find(({ step }) => step === 'submit');
  const send = useMutation({
    mutationFn: async () => {
      if (!(await store.flush())) return null;
      const { id, version } = store.read().brief;
      return intention.send({ version }, (_, idempotencyKey) =>
        call(submitBrief, { params: { id }, ifMatch: version, idempotencyKey }),
      );
    },
    onSuccess: async (sent) => {
      if (!sent) return;
      intention.renew();
      sayDone(t('send.done'));
      client.setQueryData(briefQuery(sent.id).queryKey, sent);
      await client.invalidateQueries({ queryKey: [...BRIEFS_KEY, 'list'] });
    },
    onError: (error) => {
      // A colleague was quicker: his brief is taken, with what is typed here on top of it.
      if (isProblem(error, 'STALE_RECORD')) void store.reapply().catch(() => undefined);
    },
  });
  const isAnswer = brief.state === 'needs_info';
  const isOff = action === undefined || !action.allowed;
  return (
    <Card title={t(isAnswer ? 'send.answerTitle' : 'send.title')} aside={<SaveLine form={form} />}>
      <Against form={form} id={reasonsId} reasons={action?.reasons ?? []} />
      <ErrorLine error={send.error} />
      <Button
        kind="primary"
        icon={Send}
        flipIcon
        wide
        busy={send.isPending}
        {...(isOff ? { reasonId: reasonsId } : {})}
        onClick={() => send.mutate()}
      >
        {t(isAnswer ? 'send.answer' : 'send.send')}
      </Button>
      <p className="small muted">
        {isAnswer
          ? t('send.answerNote')
          : t('send.note', { days: FIRST_PROOF_DAYS.value, rounds: brief.rounds.included })}
      </p>
    </Card>
  );
}

interface AgainstProps {
  readonly form: BriefForm;
  readonly id: string;
  readonly reasons: readonly string[];
}

/** What stands against sending; said as the server sees it, so that it follows each save. */
function Against({ form, id, reasons }: AgainstProps): ReactNode {
  const { t } = useTranslation('briefs');
  const say = useSay();
  const { missing, references } = form.brief;
  const others = reasons.filter((code) => code !== 'BRIEF_INCOMPLETE' && code !== 'WRONG_STATE');
  const checking = references.filter(isBeingChecked).length;
  if (missing.length === 0 && others.length === 0)
    return (
      <p className="small good brief-ready" id={id}>
        <Check size={14} aria-hidden />
        {t('send.ready')}
      </p>
    );
  return (
    <div id={id} className="stack stack-tight">
      {missing.length > 0 && (
        <>
          <p className="small">{t('send.missing', { count: missing.length })}</p>
          <ul className="brief-missing">
            {missing.map((part) => (
              <li key={part}>
                <button type="button" className="link" onClick={() => goTo(part)}>
                  {t(`part.${part}`)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {others.map((code) => (
        <p key={code} className="small">
          {code === 'BRIEF_FILES_OPEN' && checking > 0
            ? t('send.checking', { count: checking })
            : say.reason({ code, params: {} })}
        </p>
      ))}
    </div>
  );
}

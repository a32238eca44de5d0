import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { LOST_FACTOR_WAIT_HOURS } from '@qafila/shared/identity/identity.rules';
import { openLostFactor } from '@qafila/shared/identity/lost-factor.contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Button, LinkButton } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { CaseChip } from '../cases/case-chip';

type View = AnswerOf<typeof openLostFactor>;
const ENDED: readonly View['state'][] = ['used', 'refused', 'withdrawn', 'expired'];
/** The form of the case: what the store needs to make sure who asks. */
export function LostFactorForm({ onOpened }: { readonly onOpened: () => void }): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const [text, setText] = useState('');
  const open = useMutation({
    mutationFn: () => call(openLostFactor, { quiet: true, body: { text } }),
    onSuccess: onOpened,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!open.isPending) open.mutate();
  };
  const fault = say.field(open.error, 'text');
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Steps at={0} />
      <Field label={t('lost.text')} hint={t('lost.textHint')} error={fault}>
        {({ id, describedBy, invalid }) => (
          <textarea
            id={id}
            className="input"
            dir="auto"
            rows={5}
            maxLength={2000}
            required
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {fault === undefined && <ErrorLine error={open.error} />}
      <Button type="submit" kind="primary" wide busy={open.isPending}>
        {t('lost.send')}
      </Button>
      <LinkButton to="/sign-in" kind="quiet" wide>
        {t('lost.foundIt')}
      </LinkButton>
    </form>
  );
}

/** Where the case stands and what happens next. */
export function LostFactorCase({
  view,
  onAgain,
}: {
  readonly view: View;
  readonly onAgain: () => void;
}): ReactNode {
  const { t } = useTranslation('identity');
  const format = useFormats();
  const [isNew, setNew] = useState(false);
  if (isNew) return <LostFactorForm onOpened={onAgain} />;
  const isEnded = ENDED.includes(view.state);
  return (
    <div className="stack">
      <div className="inline">
        <CaseChip state={view.state} />
        <span className="small muted">{t('lost.opened', { date: format.dateTime(view.openedAt) })}</span>
      </div>
      {!isEnded && <Steps at={view.state === 'approved' ? 2 : 1} />}
      <p role="status">
        {view.waitUntil !== null && view.state === 'approved'
          ? t('lost.waiting', { date: format.dateTime(view.waitUntil) })
          : t(`lost.now.${view.state}`)}
      </p>
      {isEnded && (
        <Button kind="primary" wide onClick={() => setNew(true)}>
          {t('lost.openNew')}
        </Button>
      )}
      <LinkButton to="/sign-in" kind="quiet" wide>
        {t('lost.foundIt')}
      </LinkButton>
    </div>
  );
}

const STEPS = ['write', 'approve', 'wait', 'enrol'] as const;

/** The four steps of the case, with the one that is due. */
function Steps({ at }: { readonly at: number }): ReactNode {
  const { t } = useTranslation('identity');
  return (
    <ol className="case-steps">
      {STEPS.map((step, index) => (
        <li key={step} data-done={index < at} aria-current={index === at ? 'step' : undefined}>
          <b>{t(`lost.step.${step}`, { hours: LOST_FACTOR_WAIT_HOURS.value })}</b>
          <span className="small muted">{t(`lost.step.${step}Text`)}</span>
        </li>
      ))}
    </ol>
  );
}

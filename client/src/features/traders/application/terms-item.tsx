import type { ApplicationView, ItemView } from '@qafila/shared/traders/application-views';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { ErrorLine } from '../../../ui/states';
import { useAcceptTerms } from './api';

const PARTS = ['tradeTerms', 'recipientsAgreement'] as const;
const CLAUSES = {
  tradeTerms: ['minimums', 'payment', 'secrecy'],
  recipientsAgreement: ['roles', 'limits', 'end'],
};

/** Policy clause 8: the owner reads and accepts both texts, each in its version. */
export function TermsItem(props: {
  readonly item: ItemView;
  readonly application: ApplicationView;
}): ReactNode {
  const { t } = useTranslation('application');
  const { terms } = props.application;
  const isDone = PARTS.every((part) => terms[part]?.version === terms.current[part]);
  return (
    <Card
      className="item-form"
      title={t('item.trade_terms.name')}
      aside={isDone && <Chip tone="ok">{t('terms.done')}</Chip>}
    >
      <p className="muted">{t('item.trade_terms.text')}</p>
      {PARTS.map((part) => (
        <Part key={part} part={part} application={props.application} />
      ))}
      {!isDone && !props.item.isLocked && <AcceptForm application={props.application} />}
    </Card>
  );
}

function Part(props: {
  readonly part: (typeof PARTS)[number];
  readonly application: ApplicationView;
}): ReactNode {
  const { t } = useTranslation('application');
  const format = useFormats();
  const { terms } = props.application;
  const accepted = terms[props.part];
  return (
    <section className="terms-part">
      <h3>
        {t(`terms.${props.part}.title`)}{' '}
        <span className="small muted">{t('terms.version', { version: terms.current[props.part] })}</span>
      </h3>
      <ul>
        {CLAUSES[props.part].map((clause) => (
          <li key={clause}>{t(`terms.${props.part}.${clause}`)}</li>
        ))}
      </ul>
      {accepted && (
        <p className="small muted">
          {t('terms.accepted', { version: accepted.version, when: format.dateTime(accepted.acceptedAt) })}
        </p>
      )}
    </section>
  );
}

function AcceptForm({ application }: { readonly application: ApplicationView }): ReactNode {
  const { t } = useTranslation('application');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const accept = useAcceptTerms();
  const toggle = (part: string): void =>
    setTicked(
      (before) => new Set(before.has(part) ? [...before].filter((each) => each !== part) : [...before, part]),
    );
  const isReady = ticked.size === PARTS.length;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) accept.mutate(application.terms.current);
      }}
    >
      {PARTS.map((part) => (
        <label key={part} className="terms-tick">
          <input type="checkbox" checked={ticked.has(part)} onChange={() => toggle(part)} />
          {t(`terms.${part}.tick`)}
        </label>
      ))}
      <div>
        <Button
          type="submit"
          kind="primary"
          busy={accept.isPending}
          {...(isReady ? {} : { reason: t('terms.both') })}
        >
          {t('terms.accept')}
        </Button>
      </div>
      <ErrorLine error={accept.error} />
    </form>
  );
}

import { directionOf, HTML_LANG, type Locale, type Words } from '@qafila/shared/kernel/locale';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Field, SelectField } from '../../../ui/field';

interface ReasonFormProps<R extends string> {
  readonly reasons: readonly R[];
  readonly texts: Readonly<Record<R, Words>>;
  /** Words of the reasons: `<group>.<reason>`. */
  readonly group: 'changeReason' | 'rejectReason';
  /** The applicant's language. */
  readonly locale: Locale;
  readonly action: string;
  readonly kind: 'primary' | 'danger';
  readonly busy?: boolean;
  readonly onDone: (reason: R, text: string) => void;
}

/** A reason of the list and the text the applicant will read, in his language, to be edited. */
export function ReasonForm<R extends string>(props: ReasonFormProps<R>): ReactNode {
  const { t } = useTranslation('review');
  const { reasons, texts, locale } = props;
  const [reason, setReason] = useState<R | undefined>(reasons[0]);
  const [text, setText] = useState(reason ? texts[reason][locale] : '');
  const choose = (value: string): void => {
    const next = reasons.find((each) => each === value);
    setReason(next);
    if (next) setText(texts[next][locale]);
  };
  const isReady = reason !== undefined && text.trim() !== '';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) props.onDone(reason, text.trim());
      }}
    >
      <SelectField
        label={t('reason.label')}
        value={reason ?? ''}
        options={reasons.map((value) => ({ value, text: t(`${props.group}.${value}`) }))}
        onChange={choose}
        data-autofocus
      />
      <Field label={t('reason.text', { language: t(`language.${locale}`) })} hint={t('reason.hint')}>
        {({ id, describedBy }) => (
          <textarea
            id={id}
            aria-describedby={describedBy}
            className="input"
            rows={5}
            maxLength={1000}
            lang={HTML_LANG[locale]}
            dir={directionOf(locale)}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button
          type="submit"
          kind={props.kind}
          busy={props.busy ?? false}
          {...(isReady ? {} : { reason: t('reason.needed') })}
        >
          {props.action}
        </Button>
      </div>
    </form>
  );
}

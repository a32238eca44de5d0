import { judgeField } from '@qafila/shared/traders/application-fields';
import type { Mark, ReviewItemView, ReviewView } from '@qafila/shared/traders/application-views';
import { type FieldSpec, itemSpecOf } from '@qafila/shared/traders/checklist';
import { formatDay, formatHijri } from '@qafila/shared/traders/hijri';
import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { isUnderReview } from './under-review';
import type { ReviewStep } from './use-review';

interface ReviewFieldsProps {
  readonly view: ReviewView;
  readonly item: ReviewItemView;
  readonly onStep: (step: ReviewStep) => void;
  readonly onAccept: () => void;
  readonly onAsk: () => void;
}

/** What was entered beside what stood there last time, with marks, and the two verdicts. */
export function ReviewFields(props: ReviewFieldsProps): ReactNode {
  const { t } = useTranslation('review');
  const { view, item } = props;
  const spec = itemSpecOf(view.country, item.kind);
  const isOpen = isUnderReview(view);
  return (
    <Card title={t(`item.${item.kind}`)}>
      {item.kind === 'trade_terms' && <TermsFacts view={view} />}
      {spec && spec.fields.length > 0 && (
        <dl className="review-fields">
          {spec.fields.map((field) => (
            <FieldRow key={field.name} field={field} isMarked={isOpen && item.file !== null} {...props} />
          ))}
        </dl>
      )}
      {item.reason && (
        <div className="note-bad">
          <p dir="auto">{item.reason.text}</p>
        </div>
      )}
      {isOpen && item.kind !== 'trade_terms' && (
        <div className="review-verdicts">
          <Button kind={item.verdict === 'accepted' ? 'plain' : 'primary'} onClick={props.onAccept}>
            {t('accept')}
          </Button>
          <Button onClick={props.onAsk}>{t('ask')}</Button>
        </div>
      )}
    </Card>
  );
}

function TermsFacts({ view }: { readonly view: ReviewView }): ReactNode {
  const { t } = useTranslation('review');
  const format = useFormats();
  return (
    <dl className="review-fields">
      {(['tradeTerms', 'recipientsAgreement'] as const).map((part) => {
        const accepted = view.terms[part];
        return (
          <div key={part} className="review-field">
            <dt>{t(`terms.${part}`)}</dt>
            <dd>
              {accepted
                ? t('note.terms', { version: accepted.version, when: format.dateTime(accepted.acceptedAt) })
                : t('note.empty')}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function FieldRow(
  props: ReviewFieldsProps & { readonly field: FieldSpec; readonly isMarked: boolean },
): ReactNode {
  const { t } = useTranslation('review');
  const { field, item, view } = props;
  const value = item.values[field.name];
  const last = item.last?.[field.name];
  if (value === undefined && last === undefined && field.isOptional) return null;
  return (
    <div className="review-field">
      <dt>{t(`field.${field.name}`)}</dt>
      <dd>
        <b>
          <Shown field={field} value={value} />
        </b>
        {item.last !== null && last !== value && (
          <span className="small">
            <span className="sr-only">{t('lastTime')} </span>
            <del>
              <Shown field={field} value={last} />
            </del>
          </span>
        )}
      </dd>
      <dd className="field-marks">
        <FormatMark field={field} value={value} view={view} />
        {props.isMarked && value !== undefined && <Marks {...props} />}
      </dd>
    </div>
  );
}

function Shown({
  field,
  value,
}: {
  readonly field: FieldSpec;
  readonly value: string | undefined;
}): ReactNode {
  const { t } = useTranslation('review');
  const { locale } = useLocale();
  if (value === undefined) return <span className="muted">{t('note.empty')}</span>;
  const isDay = field.check === 'last_confirmed' || field.check === 'valid_until';
  if (!isDay) return <bdi dir={field.check === 'text' ? 'auto' : undefined}>{value}</bdi>;
  return (
    <>
      {formatDay(value, locale)} <span className="muted">· {formatHijri(value, locale)}</span>
    </>
  );
}

/** What a machine can say of a field: its form is right, or what is wrong with it. */
function FormatMark(props: {
  readonly field: FieldSpec;
  readonly value: string | undefined;
  readonly view: ReviewView;
}): ReactNode {
  const { t } = useTranslation('review');
  const say = useSay();
  const { field, value, view } = props;
  const word = t(`format.${field.check}`, { defaultValue: '' });
  const judged = judgeField(field, value, { country: view.country, today: view.today });
  if ('code' in judged)
    return <Chip tone="bad">{say.reason({ code: judged.code, params: { maximum: 120 } })}</Chip>;
  return word === '' || value === undefined ? null : <Chip tone="ok">{word}</Chip>;
}

function Marks({ field, item, onStep }: ReviewFieldsProps & { readonly field: FieldSpec }): ReactNode {
  const { t } = useTranslation('review');
  const now = item.marks[field.name];
  const toggle = (mark: Mark): void =>
    onStep({ kind: 'mark', item: item.kind, field: field.name, mark: now === mark ? null : mark });
  const button = (mark: Mark): ReactNode => {
    const Icon = mark === 'matches' ? Check : X;
    const tone = mark === 'matches' ? 'chip-ok' : 'chip-bad';
    return (
      <button
        type="button"
        className={now === mark ? `chip ${tone}` : 'chip'}
        aria-pressed={now === mark}
        onClick={() => toggle(mark)}
      >
        <Icon size={12} strokeWidth={2.5} aria-hidden />
        {t(`mark.${mark}`)}
      </button>
    );
  };
  return (
    <fieldset className="marks">
      <legend className="sr-only">{t('mark.legend', { field: t(`field.${field.name}`) })}</legend>
      {button('matches')}
      {button('differs')}
    </fieldset>
  );
}

import { FIELD_LENGTH, judgeField, readDay } from '@qafila/shared/traders/application-fields';
import type { ApplicationView, ItemView } from '@qafila/shared/traders/application-views';
import { type FieldSpec, type ItemSpec, itemSpecOf } from '@qafila/shared/traders/checklist';
import { formatHijri } from '@qafila/shared/traders/hijri';
import { Lock, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { useSay } from '../../../lib/i18n/say';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { TextField } from '../../../ui/field';
import { DocumentField } from './document-field';
import { TermsItem } from './terms-item';
import type { ItemDrafts } from './use-item-draft';

interface ItemFormProps {
  readonly item: ItemView;
  readonly application: ApplicationView;
  readonly place: { readonly country: string; readonly today: string; readonly hasTerms: boolean };
  readonly drafts: ItemDrafts;
}

/** The open item: what is asked of it, its fields, its document. */
export function ItemForm({ item, application, place, drafts }: ItemFormProps): ReactNode {
  const { t } = useTranslation('application');
  const spec = itemSpecOf(place.country, item.kind);
  if (item.kind === 'trade_terms') return <TermsItem item={item} application={application} />;
  if (!spec) return null;
  return (
    <Card
      className="item-form"
      title={t(`item.${item.kind}.name`)}
      aside={item.verdict === 'accepted' && <Chip tone="ok">{t('stage.accepted')}</Chip>}
    >
      <p className="muted">{t(`item.${item.kind}.text`)}</p>
      {item.reason && <Asked text={item.reason.text} />}
      {item.isLocked && item.verdict !== 'accepted' && (
        <p className="small muted inline">
          <Lock size={14} aria-hidden />
          {t('locked')}
        </p>
      )}
      <div className="item-fields">
        {spec.fields.map((field) => (
          <ItemField key={field.name} field={field} item={item} place={place} drafts={drafts} />
        ))}
      </div>
      {spec.file !== 'none' && (
        <DocumentField item={item} isNeeded={spec.file === 'needed'} before={drafts.flush} />
      )}
      <Foot spec={spec} />
    </Card>
  );
}

function Asked({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation('application');
  return (
    <div className="note-bad" role="note">
      <TriangleAlert size={16} aria-hidden />
      <div>
        <b>{t('asked')}</b>
        <p dir="auto">{text}</p>
      </div>
    </div>
  );
}

function Foot({ spec }: { readonly spec: ItemSpec }): ReactNode {
  const { t } = useTranslation('application');
  return spec.dated ? <p className="small muted">{t('datedFoot')}</p> : null;
}

const CODES = new Set([
  'phone',
  'unified_number',
  'saudi_vat',
  'gulf_vat',
  'org_number',
  'norwegian_vat',
  'eu_vat',
  'registration_number',
  'last_confirmed',
  'valid_until',
  'short_address',
  'building_number',
  'postal_code',
  'additional_number',
]);

interface ItemFieldProps {
  readonly field: FieldSpec;
  readonly item: ItemView;
  readonly place: ItemFormProps['place'];
  readonly drafts: ItemDrafts;
}

const isDay = (field: FieldSpec): boolean =>
  field.check === 'last_confirmed' || field.check === 'valid_until';

/** Codes and days run left to right in every language, an Arabic name from the right. */
function directionIn(field: FieldSpec): 'ltr' | 'rtl' | 'auto' {
  if (CODES.has(field.check)) return 'ltr';
  return field.check === 'arabic_name' ? 'rtl' : 'auto';
}

/** What is wrong with a value, once it was left or saved: nobody is corrected while he types. */
function useFault(
  { field, item, place }: ItemFieldProps,
  value: string,
  wasLeft: boolean,
): string | undefined {
  const say = useSay();
  const judged = judgeField(field, value, place);
  const isSettled = wasLeft || item.values[field.name] === value;
  if (!('code' in judged) || item.isLocked || value === '' || !isSettled) return undefined;
  return say.reason({ code: judged.code, params: { maximum: FIELD_LENGTH } });
}

/** Help of a field; the same day in the other calendar once it is one. */
function useHint(field: FieldSpec, value: string, isLocked: boolean): string {
  const { t } = useTranslation('application');
  const { locale } = useLocale();
  const day = isDay(field) ? readDay(value) : undefined;
  if (day !== undefined) return formatHijri(day, locale);
  return isLocked ? '' : t(`fieldHint.${field.name}`, { defaultValue: '' });
}

function ItemField(props: ItemFieldProps): ReactNode {
  const { t } = useTranslation('application');
  const { field, item, drafts } = props;
  const [wasLeft, setLeft] = useState(false);
  const value = drafts.drafts[item.kind]?.[field.name] ?? item.values[field.name] ?? '';
  const fault = useFault(props, value, wasLeft);
  const hint = useHint(field, value, item.isLocked);
  const label = t(`field.${field.name}`);
  return (
    <div className={`item-field field-${field.name}`}>
      <TextField
        label={field.isOptional ? t('optional', { label }) : label}
        value={value}
        readOnly={item.isLocked}
        dir={directionIn(field)}
        {...(hint === '' ? {} : { hint })}
        error={fault}
        onChange={(text) => drafts.type(item.kind, field.name, text, item.values)}
        onBlur={() => {
          setLeft(true);
          void drafts.flush();
        }}
      />
    </div>
  );
}

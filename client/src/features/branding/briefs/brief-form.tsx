import '../styles/files.css';
import { BRIEF_LIMITS, type BriefPart, PACK_LANGUAGES } from '@qafila/shared/branding/brief-views';
import { APPROVERS_OF_A_PROOF } from '@qafila/shared/branding/decisions.rules';
import { asciiDigits, withoutInvisible } from '@qafila/shared/kernel/digits';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { ToggleChip } from '../../../ui/chip';
import { SelectField, TextField } from '../../../ui/field';
import { cardsQuery } from '../profiles/api';
import { ItemList } from './item-list';
import { languageName } from './language-name';
import { PackagingField } from './packaging-field';
import { ProductField } from './product-field';
import { ReferenceField } from './reference-field';
import { TextArea } from './text-area';
import type { BriefForm } from './use-brief-form';

/** Id of the place of a part, for the way from what is missing. */
export const placeOf = (part: BriefPart): string => `brief-${part}`;

interface FormProps {
  readonly form: BriefForm;
}

/** Everything a brief says, in the order a designer asks for it. */
export function BriefFormCards({ form }: FormProps): ReactNode {
  const { t } = useTranslation('briefs');
  return (
    <div className="stack">
      <Step number={1} title={t('form.what')}>
        <div id={placeOf('title')}>
          <TextField
            label={t('form.title')}
            hint={t('form.titleHint')}
            maxLength={BRIEF_LIMITS.title}
            value={form.fields.title}
            error={form.fault('title')}
            onChange={(title) => form.change({ title })}
          />
        </div>
        <div className="brief-pair">
          <Brand form={form} />
          <div id={placeOf('packaging')}>
            <PackagingField form={form} />
          </div>
        </div>
        <div id={placeOf('products')}>
          <ProductField form={form} />
        </div>
        <div id={placeOf('quantity')} className="brief-quantity">
          <Quantity form={form} />
        </div>
      </Step>
      <Step number={2} title={t('form.say')}>
        <div id={placeOf('objectives')}>
          <TextArea
            label={t('form.objectives')}
            hint={t('form.objectivesHint')}
            rows={5}
            maxLength={BRIEF_LIMITS.text}
            value={form.fields.objectives}
            error={form.fault('objectives')}
            onChange={(objectives) => form.change({ objectives })}
          />
        </div>
        <div className="brief-pair">
          <ItemList
            label={t('form.mustHave')}
            hint={t('form.mustHaveHint')}
            items={form.fields.mustHave}
            error={form.fault('mustHave')}
            onChange={(mustHave) => form.change({ mustHave })}
          />
          <ItemList
            label={t('form.mustNot')}
            hint={t('form.mustNotHint')}
            items={form.fields.mustNot}
            error={form.fault('mustNot')}
            onChange={(mustNot) => form.change({ mustNot })}
          />
        </div>
        <div id={placeOf('languages')}>
          <Languages form={form} />
        </div>
      </Step>
      <Step number={3} title={t('form.references')} text={t('form.referencesText')}>
        <ReferenceField form={form} />
      </Step>
      <Step number={4} title={t('form.when')}>
        <div className="brief-pair">
          <TextField
            label={t('form.deadline')}
            hint={t('form.deadlineHint')}
            type="date"
            dir="ltr"
            value={form.fields.deadline ?? ''}
            error={form.fault('deadline')}
            onChange={(day) => form.change({ deadline: day === '' ? null : day })}
          />
          <Approvals form={form} />
        </div>
      </Step>
    </div>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

function Step({ number, title, text, children }: StepProps): ReactNode {
  return (
    <section className="card card-pad brief-step">
      <h2>
        <span className="brief-step-number" aria-hidden>
          {number}
        </span>
        {title}
      </h2>
      {text !== undefined && <p className="small muted">{text}</p>}
      {children}
    </section>
  );
}

function Brand({ form }: FormProps): ReactNode {
  const { t } = useTranslation('briefs');
  const cards = useQuery(cardsQuery);
  const { brandProfileId } = form.fields;
  const rows = (cards.data?.rows ?? []).filter(
    ({ id, state }) => state !== 'archived' || id === brandProfileId,
  );
  const { brand } = form.brief;
  const isListed = rows.some(({ id }) => id === brand.id);
  const chosen = rows.find(({ id }) => id === brandProfileId);
  return (
    <SelectField
      label={t('form.brand')}
      hint={chosen && chosen.state !== 'active' ? t('form.brandIdle') : undefined}
      value={brandProfileId}
      error={form.fault('brandProfileId')}
      options={[
        ...(isListed ? [] : [{ value: brand.id, text: brand.nameLatin }]),
        ...rows.map(({ id, nameLatin }) => ({ value: id, text: nameLatin })),
      ]}
      onChange={(id) => form.change({ brandProfileId: id })}
    />
  );
}

/** How many of the company have to approve a proof, each a person of his own. */
function Approvals({ form }: FormProps): ReactNode {
  const { t } = useTranslation('briefs');
  const { approvers } = form.brief;
  const { approvalsNeeded } = form.fields;
  // No more than there are; what was asked for before somebody left is shown until it is changed.
  const counts = Array.from({ length: APPROVERS_OF_A_PROOF.value }, (_, index) => index + 1).filter(
    (count) => count === 1 || count <= approvers || count === approvalsNeeded,
  );
  return (
    <SelectField
      label={t('form.approvals')}
      hint={`${t('form.approvalsHint')} ${t('form.approvers', { count: approvers })}`}
      value={String(approvalsNeeded)}
      error={form.fault('approvalsNeeded')}
      options={counts.map((count) => ({ value: String(count), text: t('form.people', { count }) }))}
      onChange={(count) => form.change({ approvalsNeeded: Number(count) })}
    />
  );
}

/** A whole number in any digits; `undefined` where it is none. */
function typedPieces(text: string): number | null | undefined {
  const digits = asciiDigits(withoutInvisible(text)).replace(/[\s.,٬’']/gu, '');
  if (digits === '') return null;
  return /^\d{1,8}$/.test(digits) && Number(digits) > 0 ? Number(digits) : undefined;
}

function Quantity({ form }: FormProps): ReactNode {
  const { t } = useTranslation('briefs');
  const { quantity } = form.fields;
  const [text, setText] = useState(quantity === null ? '' : String(quantity));
  const typed = typedPieces(text);
  const shown = typed === undefined || typed === quantity ? text : String(quantity ?? '');
  const change = (next: string): void => {
    setText(next);
    const pieces = typedPieces(next);
    if (pieces !== undefined) form.change({ quantity: pieces });
  };
  return (
    <TextField
      label={t('form.quantity')}
      hint={t('form.quantityHint')}
      inputMode="numeric"
      dir="ltr"
      value={shown}
      error={typed === undefined ? t('form.quantityWrong') : form.fault('quantity')}
      onChange={change}
    />
  );
}

function Languages({ form }: FormProps): ReactNode {
  const { t } = useTranslation('briefs');
  const { locale } = useLocale();
  const { languages } = form.fields;
  return (
    <fieldset className="brief-languages">
      <legend className="field-label">{t('form.languages')}</legend>
      <div className="inline">
        {PACK_LANGUAGES.map((language) => {
          const isOn = languages.includes(language);
          const next = isOn ? languages.filter((each) => each !== language) : [...languages, language];
          return (
            <ToggleChip key={language} on={isOn} onToggle={() => form.change({ languages: next })}>
              {languageName(language, locale)}
            </ToggleChip>
          );
        })}
      </div>
    </fieldset>
  );
}

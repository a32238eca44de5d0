import type { RecipientInput } from '@qafila/shared/ordering/order-views';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { Segments } from '../../../ui/segments';
import { checkRecipient, fieldsOf, NO_RECIPIENT, type RecipientFields } from './recipient-fields';

interface DialogProps {
  readonly orderId: string;
  readonly edited: RecipientInput | 'new' | null;
  readonly onClose: () => void;
  readonly onSave: (recipient: RecipientInput) => void;
}

/** Name, phone and Saudi national address of a recipient, checked as the server checks them. */
export function RecipientDialog({ orderId, edited, onClose, onSave }: DialogProps): ReactNode {
  const { t } = useTranslation('ordering');
  return (
    <Dialog
      title={edited === 'new' ? t('recipients.addTitle') : t('recipients.editTitle')}
      isOpen={edited !== null}
      onClose={onClose}
    >
      {edited !== null && (
        <RecipientForm
          keptUnder={edited === 'new' ? `qafila.recipient.${orderId}` : null}
          known={edited === 'new' ? null : edited}
          onSave={onSave}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface FormProps {
  /** A half-typed new recipient survives a reload of this tab. */
  readonly keptUnder: string | null;
  readonly known: RecipientInput | null;
  readonly onSave: (recipient: RecipientInput) => void;
  readonly onClose: () => void;
}

function firstFields({ keptUnder, known }: Pick<FormProps, 'keptUnder' | 'known'>): RecipientFields {
  if (known) return fieldsOf(known);
  const kept = keptUnder === null ? null : sessionStorage.getItem(keptUnder);
  return kept === null
    ? NO_RECIPIENT
    : { ...NO_RECIPIENT, ...(JSON.parse(kept) as Partial<RecipientFields>) };
}

function RecipientForm({ keptUnder, known, onSave, onClose }: FormProps): ReactNode {
  const { t } = useTranslation('ordering');
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(() => firstFields({ keptUnder, known }));
  const [isTried, setTried] = useState(false);
  const { recipient, faults } = checkRecipient(fields);
  useEffect(() => {
    if (keptUnder !== null) sessionStorage.setItem(keptUnder, JSON.stringify(fields));
  }, [keptUnder, fields]);
  const set = (name: keyof RecipientFields) => (value: string) =>
    setFields((before) => ({ ...before, [name]: value }));
  const faultOf = (name: keyof RecipientFields): string | undefined => {
    const code = faults[name];
    const isShown = isTried && code !== undefined;
    return isShown ? say.reason({ code, params: PARAMS[code] ?? {} }) : undefined;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!recipient) {
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    if (keptUnder !== null) sessionStorage.removeItem(keptUnder);
    onSave({ ...recipient, ...(known?.id ? { id: known.id } : {}), items: known?.items ?? [] });
  };
  const text = (name: keyof RecipientFields, more: object = {}): ReactNode => (
    <TextField
      label={t(`recipients.field.${name}`)}
      name={name}
      value={fields[name]}
      error={faultOf(name)}
      onChange={set(name)}
      autoComplete="off"
      {...more}
    />
  );
  return (
    <form ref={form} className="stack" onSubmit={submit} noValidate>
      {text('name', { 'data-autofocus': true })}
      <div className="form-pair">
        {text('phone', { dir: 'ltr', inputMode: 'tel', placeholder: '055 123 4567' })}
        {text('email', { dir: 'ltr', inputMode: 'email', hint: t('recipients.field.optional') })}
      </div>
      <Segments
        label={t('recipients.addressForm')}
        value={fields.form}
        onChange={(value) => setFields((before) => ({ ...before, form: value }))}
        wide
        options={[
          { value: 'short', text: t('recipients.short') },
          { value: 'parts', text: t('recipients.parts') },
        ]}
      />
      {fields.form === 'short' ? (
        <div className="form-pair">
          {text('shortAddress', { dir: 'ltr', placeholder: 'RNBB2312', autoCapitalize: 'characters' })}
          {text('city')}
        </div>
      ) : (
        <>
          <div className="form-pair">
            {text('buildingNumber', { dir: 'ltr', inputMode: 'numeric' })}
            {text('street')}
          </div>
          <div className="form-pair">
            {text('district')}
            {text('city')}
          </div>
          <div className="form-three">
            {text('postalCode', { dir: 'ltr', inputMode: 'numeric' })}
            {text('additionalNumber', { dir: 'ltr', inputMode: 'numeric' })}
            {text('unit', { hint: t('recipients.field.optional') })}
          </div>
        </>
      )}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button kind="primary" type="submit">
          {known ? t('recipients.save') : t('recipients.add')}
        </Button>
      </div>
    </form>
  );
}

/** Bounds the field sentences name, as the schema sets them. */
const PARAMS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  too_short: { minimum: 2 },
  too_long: { maximum: 100 },
};

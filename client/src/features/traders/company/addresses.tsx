import { countryName } from '@qafila/shared/kernel/country-name';
import { LOCALES, type Locale } from '@qafila/shared/kernel/locale';
import {
  addAddress,
  type CompanyView,
  editAddress,
  preferAddress,
  removeAddress,
} from '@qafila/shared/traders/company.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MapPin, Plus } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useLocale } from '../../../lib/i18n/locale';
import { useSay } from '../../../lib/i18n/say';
import { usePermission } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { Dialog } from '../../../ui/dialog';
import { Field, SelectField, TextField } from '../../../ui/field';
import { EmptyState, ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { COMPANY_KEY } from './api';
import { countryOptions } from './country-options';

type Address = CompanyView['addresses'][number];

/** Where goods can go: add, edit, remove, and the one new orders begin with. */
export function Addresses(props: {
  readonly addresses: readonly Address[];
  readonly country: string;
}): ReactNode {
  const { t } = useTranslation('company');
  const canEdit = usePermission('company:edit');
  const [edited, setEdited] = useState<Address | 'new' | null>(null);
  const add = (
    <Button icon={Plus} size="small" onClick={() => setEdited('new')}>
      {t('addresses.add')}
    </Button>
  );
  return (
    <Card title={t('addresses.title')} aside={canEdit && props.addresses.length > 0 ? add : undefined}>
      {props.addresses.length === 0 && (
        <EmptyState icon={MapPin} title={t('addresses.empty')} action={canEdit ? add : undefined}>
          {t('addresses.emptyText')}
        </EmptyState>
      )}
      <ul className="addresses">
        {props.addresses.map((address) => (
          <AddressItem
            key={address.id}
            address={address}
            canEdit={canEdit}
            onEdit={() => setEdited(address)}
          />
        ))}
      </ul>
      <Dialog
        title={t(edited === 'new' ? 'addresses.addTitle' : 'addresses.editTitle')}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
      >
        {edited !== null && (
          <AddressForm
            known={edited === 'new' ? null : edited}
            country={props.country}
            onClose={() => setEdited(null)}
          />
        )}
      </Dialog>
    </Card>
  );
}

/** The lines as typed; the country after them where they do not end with it already. */
function linesOf(address: Address, locale: Locale): readonly string[] {
  const last = address.lines.at(-1) ?? '';
  const isTold = LOCALES.some((each) => countryName(address.country, each) === last);
  return isTold ? address.lines : [...address.lines, countryName(address.country, locale)];
}

interface ItemProps {
  readonly address: Address;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
}

function AddressItem({ address, canEdit, onEdit }: ItemProps): ReactNode {
  const { t } = useTranslation('company');
  const { locale } = useLocale();
  const client = useQueryClient();
  const [isLeaving, setLeaving] = useState(false);
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: COMPANY_KEY });
  const params = { id: address.id };
  const prefer = useMutation({ mutationFn: () => call(preferAddress, { params }), onSuccess: refresh });
  const remove = useMutation({
    mutationFn: () => call(removeAddress, { params }),
    onSuccess: async () => {
      setLeaving(false);
      await refresh();
      sayDone(t('addresses.removed'));
    },
  });
  return (
    <li>
      <div className="between">
        <b>
          <bdi>{address.label}</bdi>
        </b>
        {address.isDefault && <Chip tone="ok">{t('addresses.default')}</Chip>}
      </div>
      <address>
        {linesOf(address, locale).map((line) => (
          <span key={line} dir="auto">
            {line}
          </span>
        ))}
      </address>
      {canEdit && (
        <div className="inline">
          <Button size="small" onClick={onEdit}>
            {t('addresses.edit')}
          </Button>
          {!address.isDefault && (
            <>
              <Button size="small" busy={prefer.isPending} onClick={() => prefer.mutate()}>
                {t('addresses.makeDefault')}
              </Button>
              <Button size="small" kind="quiet" onClick={() => setLeaving(true)}>
                {t('addresses.remove')}
              </Button>
            </>
          )}
        </div>
      )}
      <ErrorLine error={prefer.error} />
      <Dialog
        title={t('addresses.removeTitle', { label: address.label })}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        size="small"
      >
        <p>{t('addresses.removeText')}</p>
        <ErrorLine error={remove.error} />
        <div className="dialog-actions">
          <Button onClick={() => setLeaving(false)}>{t('ui:cancel')}</Button>
          <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('addresses.remove')}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}

interface FormProps {
  readonly known: Address | null;
  readonly country: string;
  readonly onClose: () => void;
}

function AddressForm({ known, country: home, onClose }: FormProps): ReactNode {
  const { t } = useTranslation('company');
  const say = useSay();
  const { locale } = useLocale();
  const client = useQueryClient();
  const key = useRef(newKey());
  const [label, setLabel] = useState(known?.label ?? '');
  const [country, setCountry] = useState(known?.country ?? home);
  const [text, setText] = useState(known?.lines.join('\n') ?? '');
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const save = useMutation({
    mutationFn: () => {
      const body = { label, country, lines };
      return known
        ? call(editAddress, { params: { id: known.id }, body })
        : call(addAddress, { body, idempotencyKey: key.current });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: COMPANY_KEY });
      sayDone(t('addresses.saved'));
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        label={t('addresses.label')}
        hint={t('addresses.labelHint')}
        value={label}
        onChange={setLabel}
        error={say.field(save.error, 'label')}
        data-autofocus
      />
      <SelectField
        label={t('addresses.country')}
        value={country}
        options={countryOptions(locale)}
        onChange={setCountry}
      />
      <Field
        label={t('addresses.lines')}
        hint={t('addresses.linesHint')}
        error={say.field(save.error, 'lines')}
      >
        {({ id, describedBy, invalid }) => (
          <textarea
            id={id}
            className="input"
            dir="auto"
            rows={4}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {known && <p className="small muted">{t('addresses.editHint')}</p>}
      <ErrorLine error={save.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button kind="primary" type="submit" busy={save.isPending}>
          {t('addresses.save')}
        </Button>
      </div>
    </form>
  );
}

import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import { usualContent } from '@qafila/shared/branding/packaging.rules';
import { PACKAGING_CATALOGUE, styleOf } from '@qafila/shared/branding/packaging-catalogue';
import type { PackagingStyle } from '@qafila/shared/branding/packaging-words';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Button, LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Field, SelectField, TextField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { readyFilesQuery, shippingBrandsQuery } from './api';
import { MakeFields, MeasureFields } from './packaging-fields';
import type { PackagingForm } from './use-packaging-form';

/** Everything a packaging spec says; saved as a whole. */
export function PackagingFormCard({ form }: { readonly form: PackagingForm }): ReactNode {
  const { t } = useTranslation('packaging');
  const { content, canEdit } = form;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!form.hasFaults && form.isChanged) form.save();
  };
  const why = !form.isChanged ? t('form.nothingNew') : form.hasFaults ? t('form.mend') : undefined;
  return (
    <Card>
      <form className="packaging-form" onSubmit={submit} noValidate>
        <TextField
          label={t('form.name')}
          value={content.name}
          readOnly={!canEdit}
          error={form.fault('name')}
          onChange={(name) => form.change({ name })}
        />
        <Belongs form={form} />
        {content.source === 'own' && <OwnFields form={form} />}
        <MeasureFields key={content.source} form={form} />
        <MakeFields form={form} />
        <Field label={t('form.remark')} error={form.fault('remark')}>
          {({ id, describedBy, invalid }) => (
            <textarea
              id={id}
              className="input"
              dir="auto"
              rows={2}
              readOnly={!canEdit}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              value={content.remark}
              onChange={(event) => form.change({ remark: event.target.value })}
            />
          )}
        </Field>
        <ErrorLine error={form.error} />
        {canEdit && (
          <Button
            kind="primary"
            type="submit"
            busy={form.isSaving}
            {...(why === undefined ? {} : { reason: why })}
          >
            {t('form.save')}
          </Button>
        )}
      </form>
    </Card>
  );
}

/** The brand a packaging is made for; it can serve all of them. */
function Belongs({ form }: { readonly form: PackagingForm }): ReactNode {
  const { t } = useTranslation('packaging');
  const brands = useQuery(shippingBrandsQuery);
  const rows = brands.data?.rows ?? [];
  const { brandProfileId } = form.content;
  const isOther = brandProfileId !== null && !rows.some(({ id }) => id === brandProfileId);
  return (
    <SelectField
      label={t('form.brand')}
      value={brandProfileId ?? ''}
      disabled={!form.canEdit}
      error={form.fault('brandProfileId')}
      options={[
        { value: '', text: t('form.anyBrand') },
        ...(isOther ? [{ value: brandProfileId, text: t('form.pausedBrand') }] : []),
        ...rows.map(({ id, nameLatin }) => ({ value: id, text: nameLatin })),
      ]}
      onChange={(value) => form.change({ brandProfileId: value === '' ? null : value })}
    />
  );
}

/** Another kind of packaging comes in its usual material and make; size and file stay as they are. */
function usualMake(kind: PackagingStyle): Partial<PackagingContent> {
  const { style, material, gsm, closure, process } = usualContent(styleOf(kind), '');
  return { style, material, gsm, closure, process };
}

/** What the trader's own dieline is: its kind, and the file that was uploaded. */
function OwnFields({ form }: { readonly form: PackagingForm }): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const files = useQuery(readyFilesQuery('dieline'));
  const rows = files.data?.rows ?? [];
  const { style, dielineAssetId } = form.content;
  const isOlder = dielineAssetId !== null && !rows.some(({ id }) => id === dielineAssetId);
  return (
    <div className="packaging-pair">
      <SelectField
        label={t('form.kind')}
        value={style}
        disabled={!form.canEdit}
        options={PACKAGING_CATALOGUE.map((each) => ({ value: each.style, text: format.words(each.name) }))}
        onChange={(value) => form.change(usualMake(value as typeof style))}
      />
      <SelectField
        label={t('form.dieline')}
        hint={rows.length === 0 && !files.isPending ? t('form.noDieline') : undefined}
        value={dielineAssetId ?? ''}
        disabled={!form.canEdit}
        error={form.fault('dielineAssetId')}
        options={[
          { value: '', text: t('form.dielineLater') },
          ...(isOlder ? [{ value: dielineAssetId, text: t('form.dielinePresent') }] : []),
          ...rows.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={(value) => form.change({ dielineAssetId: value === '' ? null : value })}
      />
      <div>
        <LinkButton to="/brand/files" size="small">
          {t('form.files')}
        </LinkButton>
      </div>
    </div>
  );
}

import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import { INK_WORDS, type InkKind } from '@qafila/shared/branding/packaging-words';
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Button, IconButton } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import type { PackagingForm } from './use-packaging-form';

type Ink = PackagingContent['inks'][number];
const MOST_INKS = 8;
/** How printers name spot colours, in every language. */
const SAMPLE_NAME = 'PANTONE 871 C';

/** Process colours, spot colours by name, white and varnish. */
export function InkFields(props: {
  readonly form: PackagingForm;
  readonly kinds: readonly InkKind[];
}): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const { form } = props;
  const { inks } = form.content;
  const put = (index: number, ink: Ink): void =>
    form.change({ inks: inks.map((each, at) => (at === index ? ink : each)) });
  const fault = form.fault('inks');
  const next = props.kinds.includes('spot') ? 'spot' : (props.kinds[0] ?? 'process');
  return (
    <fieldset className="packaging-group" aria-describedby={fault ? 'packaging-inks' : undefined}>
      <legend>{t('form.inks')}</legend>
      {inks.map((ink, index) => (
        <div key={`ink-${String(index)}`} className="packaging-ink">
          <SelectField
            label={t('form.ink', { number: index + 1 })}
            value={ink.kind}
            disabled={!form.canEdit}
            error={form.fault(`inks.${index}.kind`)}
            options={props.kinds.map((kind) => ({ value: kind, text: format.words(INK_WORDS[kind]) }))}
            onChange={(kind) => put(index, { kind: kind as InkKind, name: '' })}
          />
          {ink.kind === 'spot' && (
            <TextField
              label={t('form.inkName')}
              dir="ltr"
              value={ink.name}
              readOnly={!form.canEdit}
              placeholder={SAMPLE_NAME}
              error={form.fault(`inks.${index}.name`)}
              onChange={(name) => put(index, { ...ink, name })}
            />
          )}
          {form.canEdit && inks.length > 1 && (
            <IconButton
              icon={X}
              label={t('form.inkRemove', { number: index + 1 })}
              onClick={() => form.change({ inks: inks.filter((_, at) => at !== index) })}
            />
          )}
        </div>
      ))}
      {fault && (
        <p className="field-error" id="packaging-inks">
          {fault}
        </p>
      )}
      {form.canEdit && inks.length < MOST_INKS && (
        <div>
          <Button
            size="small"
            icon={Plus}
            onClick={() => form.change({ inks: [...inks, { kind: next, name: '' }] })}
          >
            {t('form.inkAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

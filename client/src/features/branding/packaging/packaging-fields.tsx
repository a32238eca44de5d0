import type { CatalogueStyle } from '@qafila/shared/branding/catalogue-style';
import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import { styleOf } from '@qafila/shared/branding/packaging-catalogue';
import {
  CLOSURE_WORDS,
  CLOSURES,
  DIMENSION_WORDS,
  type Dimension,
  FINISH_WORDS,
  FINISHES,
  INK_KINDS,
  MATERIAL_WORDS,
  MATERIALS,
  PROCESS_WORDS,
  PROCESSES,
} from '@qafila/shared/branding/packaging-words';
import type { Words } from '@qafila/shared/kernel/locale';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { ToggleChip } from '../../../ui/chip';
import { SelectField } from '../../../ui/field';
import { InkFields } from './ink-fields';
import { NumberField } from './number-field';
import type { PackagingForm } from './use-packaging-form';

/** What can be chosen: the style's own lists, or everything where the trader's dieline decides. */
function choicesOf(content: PackagingContent) {
  const style: CatalogueStyle | null = content.source === 'own' ? null : styleOf(content.style);
  const material = style?.materials.find((each) => each.of === content.material);
  return {
    measures: style?.measures ?? [
      { of: 'flatWidth' as const, from: 10, to: 2000 },
      { of: 'flatHeight' as const, from: 10, to: 2000 },
    ],
    materials: style?.materials.map((each) => each.of) ?? MATERIALS,
    gsm: material?.gsm ?? { from: 10, to: 1200 },
    closures: style?.closures ?? CLOSURES,
    finishes: style?.finishes ?? FINISHES,
    processes: style?.processes ?? PROCESSES,
    inks: style?.inks ?? INK_KINDS,
    sides: style?.sides ?? 2,
    bleed: { from: style?.bleedMm ?? 2, to: 10 },
    safe: { from: style?.safeMm ?? 0, to: 15 },
  };
}

/** Length, width, height, and whatever else a style is measured by; bleed and safe area beside them. */
export function MeasureFields({ form }: { readonly form: PackagingForm }): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const { content } = form;
  const { measures, bleed, safe } = choicesOf(content);
  const set = (of: Dimension, value: number): void => form.change({ dims: { ...content.dims, [of]: value } });
  const common = { unit: t('form.mm'), disabled: !form.canEdit };
  return (
    <fieldset className="packaging-group">
      <legend>{t(content.source === 'own' ? 'form.flat' : 'form.measures')}</legend>
      <div className="packaging-numbers">
        {measures.map(({ of, from, to }) => (
          <NumberField
            key={of}
            {...common}
            label={format.words(DIMENSION_WORDS[of])}
            value={content.dims[of] ?? 0}
            range={{ from, to }}
            error={form.fault(`dims.${of}`)}
            onChange={(value) => set(of, value)}
          />
        ))}
        <NumberField
          {...common}
          label={t('form.bleed')}
          value={content.bleedMm}
          range={bleed}
          error={form.fault('bleedMm')}
          onChange={(bleedMm) => form.change({ bleedMm })}
        />
        <NumberField
          {...common}
          label={t('form.safe')}
          value={content.safeMm}
          range={safe}
          error={form.fault('safeMm')}
          onChange={(safeMm) => form.change({ safeMm })}
        />
      </div>
    </fieldset>
  );
}

/** Material, weight, closure, printing and finishes. */
export function MakeFields({ form }: { readonly form: PackagingForm }): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const { content, canEdit } = form;
  const choices = choicesOf(content);
  const options = <K extends string>(list: readonly K[], words: Readonly<Record<K, Words>>) =>
    list.map((value) => ({ value, text: format.words(words[value]) }));
  const pick = (part: 'material' | 'closure' | 'process') => (value: string) =>
    form.change({ [part]: value } as Partial<PackagingContent>);
  return (
    <>
      <fieldset className="packaging-group">
        <legend>{t('form.make')}</legend>
        <div className="packaging-pair">
          <SelectField
            label={t('form.material')}
            value={content.material}
            disabled={!canEdit}
            error={form.fault('material')}
            options={options(choices.materials, MATERIAL_WORDS)}
            onChange={pick('material')}
          />
          <NumberField
            label={t('form.gsm')}
            value={content.gsm}
            range={choices.gsm}
            unit={t('form.gsmUnit')}
            disabled={!canEdit}
            error={form.fault('gsm')}
            onChange={(gsm) => form.change({ gsm })}
          />
          <SelectField
            label={t('form.closure')}
            value={content.closure}
            disabled={!canEdit}
            error={form.fault('closure')}
            options={options(choices.closures, CLOSURE_WORDS)}
            onChange={pick('closure')}
          />
          <SelectField
            label={t('form.process')}
            value={content.process}
            disabled={!canEdit}
            error={form.fault('process')}
            options={options(choices.processes, PROCESS_WORDS)}
            onChange={pick('process')}
          />
          {choices.sides === 2 && (
            <SelectField
              label={t('form.sides')}
              value={String(content.sides)}
              disabled={!canEdit}
              options={[
                { value: '1', text: t('form.oneSide') },
                { value: '2', text: t('form.twoSides') },
              ]}
              onChange={(value) => form.change({ sides: value === '2' ? 2 : 1 })}
            />
          )}
        </div>
      </fieldset>
      <InkFields form={form} kinds={choices.inks} />
      {choices.finishes.length > 0 && <Finishes form={form} finishes={choices.finishes} />}
    </>
  );
}

function Finishes(props: {
  readonly form: PackagingForm;
  readonly finishes: readonly PackagingContent['finishes'][number][];
}): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const { form } = props;
  const chosen = form.content.finishes;
  return (
    <fieldset className="packaging-group">
      <legend>{t('form.finishes')}</legend>
      <div className="inline">
        {props.finishes.map((finish) => (
          <ToggleChip
            key={finish}
            on={chosen.includes(finish)}
            onToggle={() =>
              form.canEdit &&
              form.change({
                finishes: chosen.includes(finish)
                  ? chosen.filter((each) => each !== finish)
                  : [...chosen, finish],
              })
            }
          >
            {format.words(FINISH_WORDS[finish])}
          </ToggleChip>
        ))}
      </div>
      {form.fault('finishes') && <p className="field-error">{form.fault('finishes')}</p>}
    </fieldset>
  );
}

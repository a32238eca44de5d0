import type { NoteShape } from '@qafila/shared/branding/proof-notes.rules';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface PlaceFieldsProps {
  readonly shape: NoteShape;
  readonly onChange: (shape: NoteShape) => void;
}

/** The place of a shape typed in millimetres, for whoever knows it or cannot point. */
export function PlaceFields({ shape, onChange }: PlaceFieldsProps): ReactNode {
  const { t } = useTranslation('proofs');
  const fields: [string, number, (mm: number) => NoteShape][] = [
    ['x', shape.x, (x) => ({ ...shape, x })],
    ['y', shape.y, (y) => ({ ...shape, y })],
  ];
  if (shape.shape === 'rectangle')
    fields.push(['w', shape.w, (w) => ({ ...shape, w })], ['h', shape.h, (h) => ({ ...shape, h })]);
  if (shape.shape === 'arrow')
    fields.push(
      ['toX', shape.toX, (toX) => ({ ...shape, toX })],
      ['toY', shape.toY, (toY) => ({ ...shape, toY })],
    );
  return (
    <fieldset className="proof-place">
      <legend className="sr-only">{t('place.label')}</legend>
      {fields.map(([name, value, put]) => (
        <Millimetres key={name} name={name} value={value} onChange={(mm) => onChange(put(mm))} />
      ))}
    </fieldset>
  );
}

interface MillimetresProps {
  readonly name: string;
  readonly value: number;
  readonly onChange: (mm: number) => void;
}

function Millimetres({ name, value, onChange }: MillimetresProps): ReactNode {
  const { t } = useTranslation('proofs');
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{t(`place.${name}`)}</label>
      <input
        id={id}
        className="input"
        type="number"
        dir="ltr"
        step={0.5}
        inputMode="decimal"
        value={Math.round(value * 100) / 100}
        onChange={(event) => {
          const mm = event.target.valueAsNumber;
          if (Number.isFinite(mm)) onChange(Math.round(mm * 100) / 100);
        }}
      />
    </div>
  );
}

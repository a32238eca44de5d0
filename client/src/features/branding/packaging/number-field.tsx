import { asciiDigits, withoutInvisible } from '@qafila/shared/kernel/digits';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { TextField } from '../../../ui/field';

/** A number as it is typed, in any digits, with point or comma; `undefined` where it is none. */
export function typedNumber(text: string): number | undefined {
  const plain = asciiDigits(withoutInvisible(text)).trim().replace(/[,٫]/u, '.');
  return /^\d{1,4}(\.\d)?$/.test(plain) ? Number(plain) : undefined;
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly range: { readonly from: number; readonly to: number };
  readonly unit: string;
  readonly error?: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}

/** A measure with the range it may have. What is typed stays as typed; the number follows it. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const [text, setText] = useState(String(props.value));
  const { from, to } = props.range;
  const typed = typedNumber(text);
  // A value that came from elsewhere replaces what was typed.
  const shown = typed === undefined || typed === props.value ? text : String(props.value);
  const hint = t('form.range', { from: format.number(from), to: format.number(to), unit: props.unit });
  return (
    <TextField
      label={props.label}
      hint={hint}
      error={typed === undefined ? t('form.notNumber') : props.error}
      value={shown}
      inputMode="decimal"
      dir="ltr"
      readOnly={props.disabled}
      onChange={(next) => {
        setText(next);
        const number = typedNumber(next);
        if (number !== undefined) props.onChange(number);
      }}
    />
  );
}

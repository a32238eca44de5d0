import type { ReactNode } from 'react';
import { Field } from '../../../ui/field';

interface TextAreaProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly value: string;
  readonly rows: number;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
}

/** Several lines of text in either direction. */
export function TextArea({ label, hint, error, rows, value, maxLength, onChange }: TextAreaProps): ReactNode {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <textarea
          id={id}
          className="input"
          dir="auto"
          rows={rows}
          maxLength={maxLength}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

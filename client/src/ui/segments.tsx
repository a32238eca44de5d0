import { type ReactNode, useId } from 'react';

interface Option<T extends string> {
  readonly value: T;
  readonly text: ReactNode;
}
interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly wide?: boolean;
}

/** One of a few: radio buttons that look like tabs, one tab stop, arrow keys by the browser. */
export function Segments<T extends string>({
  label,
  options,
  value,
  onChange,
  wide,
}: SegmentsProps<T>): ReactNode {
  const name = useId();
  return (
    <fieldset className={wide ? 'segments segments-wide' : 'segments'}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="segment">
          <input
            type="radio"
            className="sr-only"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}

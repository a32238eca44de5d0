import type { ReactNode } from 'react';
import { SelectField } from '../../../ui/field';

interface ListFiltersProps<Value extends string> {
  /** The fields of the period, which stand first. */
  readonly period: ReactNode;
  readonly label: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly wordOf: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

/** What narrows a list of the books: a period, and one choice. */
export function ListFilters<Value extends string>(props: ListFiltersProps<Value>): ReactNode {
  const { period, label, values, value, wordOf, onChange } = props;
  return (
    <div className="account-period no-print">
      {period}
      <SelectField
        label={label}
        value={value}
        options={values.map((each) => ({ value: each, text: wordOf(each) }))}
        onChange={(chosen) => onChange(values.find((each) => each === chosen) ?? value)}
      />
    </div>
  );
}

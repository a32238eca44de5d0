import { Plus, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../ui/button';

interface ListFieldProps {
  readonly label: string;
  readonly dir: 'ltr' | 'auto';
  readonly values: readonly string[];
  /** The fault of the value at a place. */
  readonly fault: (at: number) => string | undefined;
  readonly onChange: (values: string[]) => void;
}

/** Some values of one kind, each in a row of its own. */
export function ListField({ label, dir, values, fault, onChange }: ListFieldProps): ReactNode {
  const { t } = useTranslation('store');
  const id = useId();
  // The place is the identity of a row: two rows may hold the same text while it is typed.
  const rows = values.map((value, at) => ({ value, at, place: `${id}-${at}` }));
  const change = (at: number, value: string): void =>
    onChange(values.map((each, index) => (index === at ? value : each)));
  return (
    <fieldset className="list-field">
      <legend className="field-label">{label}</legend>
      {rows.map(({ value, at, place }) => {
        const error = fault(at);
        return (
          <div key={place} className="list-row">
            <input
              className="input"
              type="text"
              dir={dir}
              aria-label={t('list.row', { label, at: at + 1 })}
              aria-invalid={error !== undefined || undefined}
              aria-describedby={error === undefined ? undefined : `${place}-fault`}
              value={value}
              onChange={(event) => change(at, event.target.value)}
            />
            <IconButton
              icon={X}
              label={t('list.remove', { label, at: at + 1 })}
              onClick={() => onChange(values.filter((_, index) => index !== at))}
            />
            {error !== undefined && (
              <span id={`${place}-fault`} className="field-error">
                {error}
              </span>
            )}
          </div>
        );
      })}
      {values.length === 0 && fault(0) !== undefined && <span className="field-error">{fault(0)}</span>}
      <div>
        <Button size="small" kind="quiet" icon={Plus} onClick={() => onChange([...values, ''])}>
          {t('list.add')}
        </Button>
      </div>
    </fieldset>
  );
}

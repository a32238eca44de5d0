import { type FormEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../lib/keys';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';

interface EventFilterProps {
  readonly event: string;
  /** Events of the rows on the screen, offered while typing. */
  readonly known: readonly string[];
  readonly onChange: (event: string) => void;
}

/** One event of the trail, typed or picked; it stands in the address. */
export function EventFilter({ event, known, onChange }: EventFilterProps): ReactNode {
  const { t } = useTranslation(['oversight', 'ui']);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(event);
  const keys = useMemo(
    () => [{ code: 'Slash', shown: '/', label: t('audit.filter'), run: () => input.current?.focus() }],
    [t],
  );
  useKeys(keys);
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    onChange(typed.trim());
  };
  return (
    <search>
      <form className="event-filter" onSubmit={submit}>
        <TextField
          ref={input}
          label={t('audit.filter')}
          placeholder={t('audit.filterHint')}
          dir="ltr"
          list={listId}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            if (known.includes(next)) onChange(next);
          }}
        />
        <datalist id={listId}>
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        {event !== '' && <Button onClick={() => onChange('')}>{t('audit.clear')}</Button>}
      </form>
    </search>
  );
}

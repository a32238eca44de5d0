import { AUDIT_EVENTS, auditEventSpec, isAuditEvent } from '@qafila/shared/oversight/audit-events';
import { X } from 'lucide-react';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../lib/i18n/locale';
import { useKeys } from '../../lib/keys';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { type AuditFilter, type AuditFilters, isReadable } from './audit-address';

interface AuditFiltersProps {
  readonly filters: AuditFilters;
  readonly onChange: (some: Partial<AuditFilters>) => void;
  readonly onClear: () => void;
}
const TYPED = ['person', 'company', 'subject'] as const satisfies readonly AuditFilter[];
const DAYS = ['from', 'until'] as const satisfies readonly AuditFilter[];

/** Event, person, company, thing and days. A typed value counts on Enter or when the field is left. */
export function AuditFilterRow({ filters, onChange, onClear }: AuditFiltersProps): ReactNode {
  const { t } = useTranslation('oversight');
  const isNarrowed = Object.values(filters).some((value) => value !== '');
  return (
    <search>
      <form
        className="audit-filters"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          (document.activeElement as HTMLElement | null)?.blur();
        }}
      >
        <EventField value={filters.event} onChange={(event) => onChange({ event })} />
        {TYPED.map((name) => (
          <TypedField
            key={`${name}/${filters[name]}`}
            name={name}
            value={filters[name]}
            onChange={(value) => onChange({ [name]: value })}
          />
        ))}
        {DAYS.map((name) => (
          <TextField
            key={name}
            type="date"
            label={t(`audit.${name}`)}
            value={filters[name]}
            onChange={(value) => onChange({ [name]: value })}
          />
        ))}
        {isNarrowed && (
          <Button icon={X} onClick={onClear}>
            {t('audit.clear')}
          </Button>
        )}
        <button type="submit" className="sr-only" tabIndex={-1}>
          {t('audit.apply')}
        </button>
      </form>
    </search>
  );
}

/** The event, picked from the catalogue by its words or by its name. */
function EventField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (v: string) => void;
}): ReactNode {
  const { t } = useTranslation(['oversight', 'ui']);
  const { locale } = useLocale();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  const keys = useMemo(
    () => [{ code: 'Slash', shown: '/', label: t('audit.filter'), run: () => input.current?.focus() }],
    [t],
  );
  useKeys(keys);
  return (
    <>
      <TextField
        ref={input}
        label={t('audit.filter')}
        placeholder={t('audit.filterHint')}
        dir="ltr"
        list={listId}
        value={typed}
        onBlur={() => onChange(typed.trim())}
        onChange={(next) => {
          setTyped(next);
          if (isAuditEvent(next)) onChange(next);
        }}
      />
      <datalist id={listId}>
        {Object.keys(AUDIT_EVENTS)
          .filter(isAuditEvent)
          .map((name) => (
            <option key={name} value={name}>
              {auditEventSpec(name)[locale]}
            </option>
          ))}
      </datalist>
    </>
  );
}

/** An id, pasted or taken from a row; half an id is said to be one. */
function TypedField({
  name,
  value,
  onChange,
}: {
  readonly name: (typeof TYPED)[number];
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation('oversight');
  const [typed, setTyped] = useState(value);
  const isWrong = typed !== '' && !isReadable(name, typed.trim());
  return (
    <TextField
      label={t(`audit.${name}`)}
      dir="ltr"
      value={typed}
      error={isWrong ? t('audit.wholeId') : undefined}
      onBlur={() => onChange(typed.trim())}
      onChange={setTyped}
    />
  );
}

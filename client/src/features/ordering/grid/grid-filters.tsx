import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../lib/keys';
import { ToggleChip } from '../../../ui/chip';

const QUIET_MS = 250;

export interface GridFilter {
  readonly q: string;
  readonly category: string;
  /** Only what this spec dresses; empty for everything. */
  readonly spec: string;
  readonly stock: boolean;
  readonly label: boolean;
  readonly mine: boolean;
}

export const NO_FILTER: GridFilter = {
  q: '',
  category: '',
  spec: '',
  stock: false,
  label: false,
  mine: false,
};

/** The filter of the grid, kept in the address so that it survives a reload and can be shared. */
export function useGridFilter(): [GridFilter, (change: Partial<GridFilter>) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [filter, setFilter] = useState<GridFilter>({
    q: search.q === undefined ? '' : String(search.q),
    category: typeof search.category === 'string' ? search.category : '',
    spec: typeof search.spec === 'string' ? search.spec : '',
    stock: search.stock === true,
    label: search.label === true,
    mine: search.mine === true,
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      const { q, category, spec, stock, label, mine } = filter;
      void navigate({
        to: '.',
        replace: true,
        // A reason may have taken the filter off and led to a cell far below.
        resetScroll: false,
        search: (before: Record<string, unknown>) => ({
          ...before,
          q: q || undefined,
          category: category || undefined,
          spec: spec || undefined,
          stock: stock || undefined,
          label: label || undefined,
          mine: mine || undefined,
        }),
      });
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [filter, navigate]);
  return [filter, (change) => setFilter({ ...filter, ...change })];
}

interface GridFiltersProps {
  readonly filter: GridFilter;
  readonly onChange: (change: Partial<GridFilter>) => void;
  readonly categories: readonly { readonly slug: string; readonly name: string }[];
  readonly hasLabels: boolean;
  /** The spec that is filtered by. */
  readonly spec: { readonly name: string } | undefined;
}

/** Search by name, SKU or barcode; chips for stock, own label, this order and category. */
export function GridFilters(props: GridFiltersProps): ReactNode {
  const { filter, onChange, categories, hasLabels, spec } = props;
  const { t } = useTranslation('ordering');
  const input = useRef<HTMLInputElement>(null);
  const keys = useMemo(
    () => [{ code: 'Slash', shown: '/', label: t('keys.search'), run: () => input.current?.focus() }],
    [t],
  );
  useKeys(keys);
  return (
    <search className="grid-filters">
      <div className="inline">
        <span className="search-box">
          <Search size={16} aria-hidden />
          <input
            ref={input}
            className="input"
            type="search"
            dir="auto"
            aria-label={t('filter.search')}
            placeholder={t('filter.search')}
            value={filter.q}
            onChange={(event) => onChange({ q: event.target.value })}
            onKeyDown={(event) => event.key === 'Escape' && onChange({ q: '' })}
          />
          <kbd className="kbd" aria-hidden>
            {'/'}
          </kbd>
        </span>
        {spec && (
          <ToggleChip on onToggle={() => onChange({ spec: '' })}>
            {t('reorder.specChip', { spec: spec.name })}
          </ToggleChip>
        )}
        {hasLabels && (
          <ToggleChip on={filter.label} onToggle={() => onChange({ label: !filter.label })}>
            {t('filter.label')}
          </ToggleChip>
        )}
        <ToggleChip on={filter.stock} onToggle={() => onChange({ stock: !filter.stock })}>
          {t('filter.stock')}
        </ToggleChip>
        <ToggleChip on={filter.mine} onToggle={() => onChange({ mine: !filter.mine })}>
          {t('filter.mine')}
        </ToggleChip>
      </div>
      <fieldset className="category-chips">
        <legend className="sr-only">{t('filter.category')}</legend>
        {[{ slug: '', name: t('filter.all') }, ...categories].map((category) => (
          <ToggleChip
            key={category.slug}
            on={filter.category === category.slug}
            onToggle={() => onChange({ category: category.slug })}
          >
            {category.name}
          </ToggleChip>
        ))}
      </fieldset>
    </search>
  );
}

import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { CsvLayout, getImportTable } from '@qafila/shared/payments/statements.contract';

/** A layout on its way: what nobody has named yet is `null`. */
export type LayoutDraft = AnswerOf<typeof getImportTable>['guess'];
type Columns = LayoutDraft['columns'];
/** One column with a sign, or two of which one is filled. */
export type AmountMode = 'one' | 'two';
/** What a layout cannot do without. */
export type Missing = 'date' | 'amount' | 'text';

export const amountMode = ({ columns }: LayoutDraft): AmountMode =>
  columns.debit !== null || columns.credit !== null ? 'two' : 'one';

export function missingIn(draft: LayoutDraft, mode: AmountMode): Missing[] {
  const { date, text, amount, debit, credit } = draft.columns;
  const hasAmount = mode === 'one' ? amount !== null : debit !== null && credit !== null;
  return [
    ...(date === null ? (['date'] as const) : []),
    ...(hasAmount ? [] : (['amount'] as const)),
    ...(text.length === 0 ? (['text'] as const) : []),
  ];
}

/** The layout as the server takes it; `null` while something is missing. */
export function layoutOf(draft: LayoutDraft, mode: AmountMode): CsvLayout | null {
  const { date } = draft.columns;
  if (date === null || missingIn(draft, mode).length > 0) return null;
  const amounts: Partial<Columns> =
    mode === 'one' ? { debit: null, credit: null } : { amount: null, direction: null };
  return { ...draft, columns: { ...draft.columns, ...amounts, date } };
}

/** Which part of a layout each column plays, for the heading of the file's rows. */
export function rolesOf({ columns }: LayoutDraft, mode: AmountMode): ReadonlyMap<number, keyof Columns> {
  const unused = mode === 'one' ? ['debit', 'credit'] : ['amount', 'direction'];
  const named = Object.entries(columns) as [keyof Columns, number | readonly number[] | null][];
  return new Map(
    named
      .filter(([role]) => !unused.includes(role))
      .flatMap(([role, at]) =>
        [at].flat().flatMap((column) => (column === null ? [] : [[column, role] as const])),
      ),
  );
}

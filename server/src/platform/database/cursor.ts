import { fieldsInvalid } from '../problems/problem';

/** The opaque cursor of a row: the values of its sort key, in order. */
export const encodeCursor = (key: readonly (string | number | Date)[]): string =>
  Buffer.from(
    JSON.stringify(key.map((part) => (part instanceof Date ? part.toISOString() : part))),
    'utf8',
  ).toString('base64url');

/**
 * The sort key of a cursor as texts, for casts in SQL; nulls for no cursor, so that one statement serves every
 * page. Throws `FIELDS_INVALID` for a cursor that is none of ours.
 */
export function decodeCursor(cursor: string | undefined, shape: readonly RegExp[]): (string | null)[] {
  if (cursor === undefined) return shape.map(() => null);
  const parts = partsOf(cursor);
  if (parts.length !== shape.length || !shape.every((part, index) => part.test(parts[index] ?? '')))
    throw fieldsInvalid([{ path: 'after', code: 'invalid', params: {} }]);
  return parts;
}

function partsOf(cursor: string): string[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed.map(String) : [];
  } catch {
    return [];
  }
}

/** Shapes of the parts of a sort key. */
export const CURSOR_PART = {
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  whole: /^\d{1,9}$/,
} as const;

/** A page from one row more than was asked for: the rows, and the cursor when there is a next page. */
export function pageOfRows<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number | Date)[],
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}

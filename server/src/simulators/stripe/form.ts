/** A form whose names nest by brackets: `line_items[0][price_data][currency]`. */
export interface Form {
  readonly [name: string]: string | Form;
}

/** Reads `application/x-www-form-urlencoded` with nested names. */
export function readForm(text: string): Form {
  const root: Record<string, string | Form> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text))
    put(root, name.split(/\[|\]\[|\]/).filter(Boolean), value);
  return root;
}

function put(form: Record<string, string | Form>, path: readonly string[], value: string): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    form[name] = value;
    return;
  }
  const inner = form[name];
  const next = typeof inner === 'object' ? (inner as Record<string, string | Form>) : Object.create(null);
  form[name] = next;
  put(next, rest, value);
}

/** The text at a path of names; empty when there is none. */
export function textAt(form: Form, ...path: readonly string[]): string {
  const found = path.reduce<string | Form | undefined>(
    (at, name) => (typeof at === 'object' ? at[name] : undefined),
    form,
  );
  return typeof found === 'string' ? found : '';
}

/** The names and texts below a path, as metadata is sent. */
export function mapAt(form: Form, ...path: readonly string[]): Record<string, string> {
  const found = path.reduce<string | Form | undefined>(
    (at, name) => (typeof at === 'object' ? at[name] : undefined),
    form,
  );
  const entries = typeof found === 'object' ? Object.entries(found) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

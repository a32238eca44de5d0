import { type KeyboardEvent, type ReactNode, useRef } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  /** Numbers stand at the inline end. */
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  /** What the table lists, for the screen reader. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Opens a row by click or Enter; arrows (and J K) move between rows. */
  readonly onOpen?: (row: Row) => void;
  readonly selectedKey?: string | null;
  /** Rows become cards on a phone, where each cell but the first says the head of its column. */
  readonly cards?: boolean;
}

const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, KeyJ: 1, KeyK: -1 };

/** A semantic table. With `onOpen` its rows take the focus, one tab stop each. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, columns, rows, rowKey, onOpen, selectedKey, cards = false } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, row: Row): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEP[event.code];
    if (event.key === 'Enter') onOpen?.(row);
    else if (step !== undefined) {
      const all = [...(body.current?.rows ?? [])];
      all[all.indexOf(event.currentTarget) + step]?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="card table-wrap">
      <table className={cards ? 'table table-cards' : 'table'}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.isNumber ? 'num' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              data-open={onOpen !== undefined}
              aria-selected={selectedKey === undefined ? undefined : selectedKey === rowKey(row)}
              tabIndex={onOpen ? 0 : undefined}
              onClick={onOpen && ((event) => !isInteractive(event.target) && onOpen(row))}
              onKeyDown={onOpen && ((event) => onKey(event, row))}
            >
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={column.isNumber ? 'num' : undefined}
                  data-label={typeof column.head === 'string' ? column.head : undefined}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isInteractive = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, select') !== null;

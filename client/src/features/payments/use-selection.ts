import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useMedia } from '../../lib/use-media';
import { canConfirm, confirmable, isExact, type Line, type Match } from './match-facts';

/** Which line is open (in the address) and which are ticked. Below 1100 px a line is open only when asked for. */
export function useSelection(lines: readonly Line[]) {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const isNarrow = useMedia('(max-width: 1099px)');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const asked = lines.find((line) => line.id === search.line);
  // What can be confirmed now comes before what needs a search.
  const first = lines.find(canConfirm) ?? lines[0];
  const open = asked ?? (isNarrow ? undefined : first);

  const show = useCallback(
    (id: string | undefined) =>
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (before: Record<string, unknown>) => ({ ...before, line: id }),
      }),
    [navigate],
  );
  const move = (by: 1 | -1): void => {
    const at = open ? lines.indexOf(open) : -1;
    const next = lines[Math.min(Math.max(at + by, 0), lines.length - 1)];
    if (next) show(next.id);
  };
  const toggle = (line: Line): void => {
    if (!canConfirm(line)) return;
    const next = new Set(ticked);
    if (!next.delete(line.id)) next.add(line.id);
    setTicked(next);
  };
  const exact = lines.filter((line) => canConfirm(line) && isExact(line));
  const toggleExact = (): void => {
    const isAll = exact.length > 0 && exact.every((line) => ticked.has(line.id));
    setTicked(new Set(isAll ? [] : [...ticked, ...exact.map((line) => line.id)]));
  };
  const chosen = lines.filter((line) => ticked.has(line.id) && canConfirm(line));
  const matches: readonly Match[] = chosen.flatMap(confirmable);
  const clear = useCallback(() => setTicked(new Set()), []);
  return { open, isNarrow, show, move, ticked, chosen, toggle, exact, toggleExact, matches, clear };
}
export type Selection = ReturnType<typeof useSelection>;

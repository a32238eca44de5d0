import type { Reason } from '@qafila/shared/ordering/order-views';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useDraft, useDraftParts, useDraftVerdict } from './draft-context';
import { hasBrandChoice, type Place, placeOf } from './places';

interface Aim {
  /** Where the trader was sent and what is not drawn yet. */
  readonly place: Place | null;
  readonly aimAt: (place: Place) => void;
  readonly landed: () => void;
}
const AimContext = createContext<Aim | undefined>(undefined);

/** Sends the trader to what a reason is about, on whichever side of the draft it stands. */
export function AimProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [place, setPlace] = useState<Place | null>(null);
  const navigate = useNavigate();
  const aim = useMemo(
    (): Aim => ({
      place,
      aimAt: (next) => {
        setPlace(next);
        const part = next.part === null ? {} : { part: next.part === 'goods' ? undefined : next.part };
        void navigate({
          to: '.',
          replace: true,
          resetScroll: false,
          search: (before: Record<string, unknown>) => ({ ...before, ...part, mend: undefined }),
        });
      },
      landed: () => setPlace(null),
    }),
    [place, navigate],
  );
  return <AimContext value={aim}>{children}</AimContext>;
}

/** What the trader is on the way to. */
export function useAim(): Aim {
  const aim = useContext(AimContext);
  if (!aim) throw new Error('AimProvider is missing');
  return aim;
}

/** The place of each reason of this draft as it stands. */
export function usePlaceOf(): (code: Reason['code']) => Place | undefined {
  const { brands } = useDraftParts();
  const { header, recipients } = useDraft();
  const { faulty, left } = useDraftVerdict();
  const canChooseBrand = hasBrandChoice(brands, header.brandProfileId);
  return (code) => placeOf(code, { faulty, left, recipients, canChooseBrand });
}

/** Brings a marked control into sight and gives it the keyboard. False while it is not drawn. */
function land(mark: string): boolean {
  const control = document.querySelector<HTMLElement>(`[data-place="${mark}"]`);
  if (!control) return false;
  const folded = control.closest('details');
  if (folded) folded.open = true;
  control.focus({ preventScroll: true });
  control.scrollIntoView({ block: 'center' });
  return true;
}

/** For a part of the draft that holds places: lands there as soon as the control is drawn. */
export function useLanding(): void {
  const { place, landed } = useAim();
  useEffect(() => {
    if (place && land(place.mark)) landed();
  });
}

/** The review was closed by a reason and led here: goes on to its place, once. */
export function useReasonOfAddress(): void {
  const { aimAt } = useAim();
  const find = usePlaceOf();
  const { mend }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const isRead = useRef(false);
  useEffect(() => {
    if (isRead.current || typeof mend !== 'string') return;
    isRead.current = true;
    const place = find(mend);
    if (place) aimAt(place);
  }, [mend, find, aimAt]);
}

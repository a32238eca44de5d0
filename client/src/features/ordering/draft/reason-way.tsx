import type { Reason } from '@qafila/shared/ordering/order-views';
import type { ReactNode } from 'react';
import { useSay } from '../../../lib/i18n/say';
import { useAim, usePlaceOf } from './aim';

/** Why the draft cannot be reviewed yet; the way to where that is put right, if there is one place. */
export function ReasonWay({ reason }: { readonly reason: Reason }): ReactNode {
  const say = useSay();
  const { aimAt } = useAim();
  const place = usePlaceOf()(reason.code);
  const text = say.reason(reason);
  if (!place) return text;
  return (
    <button type="button" className="link reason-way" onClick={() => aimAt(place)}>
      {text}
    </button>
  );
}

import type { ReactNode } from 'react';
import { ticksOf } from './ruler';
import type { ViewControl } from './use-view';
import type { Point } from './view';

const LONG = 9;
const SHORT = 5;

interface RulersProps {
  readonly control: Pick<ViewControl, 'view' | 'window'>;
  /** Where the pointer is, in millimetres. */
  readonly cursor: Point | null;
}

/** Millimetres of the trim box along the upper and the first side. */
export function Rulers({ control: { view, window }, cursor }: RulersProps): ReactNode {
  const across = ticksOf(view, view.x, window.width);
  const down = ticksOf(view, view.y, window.height);
  const size = ({ hasLabel }: { hasLabel: boolean }): number => (hasLabel ? LONG : SHORT);
  const line = [
    ...across.map((tick) => `M${tick.at} 0v${size(tick)}`),
    ...down.map((tick) => `M0 ${tick.at}h${size(tick)}`),
  ].join('');
  return (
    <svg className="proof-rulers" aria-hidden direction="ltr">
      <path className="proof-ruler-ground" d={`M0 0H${window.width}V18H18V${window.height}H0Z`} />
      <path className="proof-ruler-line" d={line} />
      {across
        .filter(({ hasLabel, at }) => hasLabel && at > 22)
        .map(({ mm, at }) => (
          <text key={mm} x={at + 2} y={15}>
            {mm}
          </text>
        ))}
      {down
        .filter(({ hasLabel, at }) => hasLabel && at > 30)
        .map(({ mm, at }) => (
          <text key={mm} transform={`translate(15 ${at - 2}) rotate(-90)`}>
            {mm}
          </text>
        ))}
      {cursor && (
        <path
          className="proof-ruler-cursor"
          d={`M${view.x + cursor.x * view.zoom} 0v18M0 ${view.y + cursor.y * view.zoom}h18`}
        />
      )}
    </svg>
  );
}

import type { ReactNode } from 'react';

interface MeterProps {
  /** What is measured, for the screen reader. */
  readonly label: string;
  readonly value: number;
  readonly goal: number;
  /** The same in words: "3,020.20 of 5,000.00". */
  readonly valueText: string;
}

/** A bar on its way to a goal: terracotta below, mint when reached. */
export function Meter({ label, value, goal, valueText }: MeterProps): ReactNode {
  const share = goal <= 0 ? 1 : Math.min(1, Math.max(0, value / goal));
  return (
    <>
      <meter
        className="sr-only"
        aria-label={label}
        aria-valuetext={valueText}
        min={0}
        max={Math.max(goal, 1)}
        value={Math.min(value, goal)}
      />
      <div className={share >= 1 ? 'bar bar-done' : 'bar'} aria-hidden>
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </>
  );
}

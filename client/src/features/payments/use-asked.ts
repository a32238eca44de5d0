import { useState } from 'react';
import type { Line } from './match-facts';

/** Steps of the desk that ask something first. */
export type AskedStep = 'aside' | 'split' | 'writeOff' | 'undo';
export type AskStep = (step: AskedStep, lineId: string, matchId?: string) => void;
interface Asked {
  readonly step: AskedStep;
  readonly lineId: string;
  readonly matchId?: string | undefined;
}

/** Which step is being asked; the line is looked up each time, so that what changed meanwhile is shown. */
export function useAsked(lines: readonly Line[]) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const line = lines.find(({ id }) => id === asked?.lineId);
  const match = line?.matches.find(({ id }) => id === asked?.matchId);
  const ask: AskStep = (step, lineId, matchId) => setAsked({ step, lineId, matchId });
  return { step: line && asked ? asked.step : null, line, match, ask, close: () => setAsked(null) };
}

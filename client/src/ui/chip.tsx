import { Check, CircleDot, Clock, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'plain' | 'ok' | 'warn' | 'bad' | 'info';

const ICON: Readonly<Record<Tone, LucideIcon | null>> = {
  plain: null,
  ok: Check,
  warn: Clock,
  bad: TriangleAlert,
  info: CircleDot,
};

interface ChipProps {
  readonly tone?: Tone;
  /** Another icon, or none where the chip is no status. */
  readonly icon?: LucideIcon | null;
  readonly children: ReactNode;
}

/** A status or a small fact: icon and word, never colour alone. */
export function Chip({ tone = 'plain', icon, children }: ChipProps): ReactNode {
  const Icon = icon === undefined ? ICON[tone] : icon;
  return (
    <span className={tone === 'plain' ? 'chip' : `chip chip-${tone}`}>
      {Icon && <Icon size={12} strokeWidth={2.5} aria-hidden />}
      {children}
    </span>
  );
}

interface ToggleChipProps {
  readonly on: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A filter that is on or off. */
export function ToggleChip({ on, onToggle, children }: ToggleChipProps): ReactNode {
  return (
    <button type="button" className={on ? 'chip chip-info' : 'chip'} aria-pressed={on} onClick={onToggle}>
      {on && <Check size={12} strokeWidth={2.5} aria-hidden />}
      {children}
    </button>
  );
}

import type { NoteShape, NoteStatus } from '@qafila/shared/branding/proof-notes.rules';
import { formatNumber, isolate } from '@qafila/shared/kernel/format';
import type { Locale } from '@qafila/shared/kernel/locale';
import { Ban, Check, CircleDot, ListTodo, type LucideIcon } from 'lucide-react';
import type { Tone } from '../../../../ui/chip';

export const STATUS_LOOK: Readonly<Record<NoteStatus, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  open: { tone: 'warn', icon: CircleDot },
  todo: { tone: 'info', icon: ListTodo },
  done: { tone: 'ok', icon: Check },
  declined: { tone: 'plain', icon: Ban },
};

/** A length in millimetres with one decimal, in one direction in every script. */
export const mmText = (mm: number, locale: Locale): string =>
  isolate(formatNumber(Math.round(mm * 10) / 10, locale));

/** Where a shape stands: `21 · 28`. */
export const placeText = ({ x, y }: Pick<NoteShape, 'x' | 'y'>, locale: Locale): string =>
  isolate(
    `${formatNumber(Math.round(x * 10) / 10, locale)} · ${formatNumber(Math.round(y * 10) / 10, locale)}`,
  );

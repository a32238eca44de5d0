import type { BriefState, ProofState } from '@qafila/shared/branding/branding.lifecycle';
import type { TurnSide } from '@qafila/shared/branding/brief-clock.rules';
import type { BriefRow } from '@qafila/shared/branding/brief-views';
import { CircleDashed, CirclePause, Palette } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../ui/chip';

const TONE: Readonly<Record<BriefState, Tone>> = {
  draft: 'plain',
  submitted: 'info',
  needs_info: 'warn',
  in_design: 'info',
  on_hold: 'warn',
  approved: 'ok',
  cancelled: 'plain',
};
const ICON = { draft: CircleDashed, in_design: Palette, on_hold: CirclePause } as const;

/** Where a brief stands. */
export function BriefStateChip({ state }: { readonly state: BriefState }): ReactNode {
  const { t } = useTranslation('briefs');
  const icon = state === 'draft' || state === 'in_design' || state === 'on_hold' ? { icon: ICON[state] } : {};
  return (
    <Chip tone={TONE[state]} {...icon}>
      {t(`state.${state}`)}
    </Chip>
  );
}

const PROOF_TONE: Readonly<Record<ProofState, Tone>> = {
  draft: 'plain',
  internal_review: 'info',
  sent: 'warn',
  viewed: 'warn',
  approved: 'ok',
  changes_required: 'info',
  rejected: 'bad',
  expired: 'bad',
  superseded: 'plain',
};
/** Where a version of a proof stands. */
export function ProofStateChip({ state }: { readonly state: ProofState }): ReactNode {
  const { t } = useTranslation('briefs');
  return <Chip tone={PROOF_TONE[state]}>{t(`proofState.${state}`)}</Chip>;
}

type Moving = Pick<BriefRow, 'state' | 'turn'>;
/** Key of whose move it is, as its trader reads it; `null` when there is nothing to do any more. */
export function moveWord({ state, turn }: Moving, reader: TurnSide): string | null {
  if (state === 'approved' || state === 'cancelled') return null;
  if (state === 'draft') return reader === 'trader' ? 'move.unsent' : null;
  if (turn === null) return null;
  return turn === reader ? 'move.yours' : `move.${turn}`;
}

/** Whose move it is. */
export function MoveChip({ of, reader }: { readonly of: Moving; readonly reader: TurnSide }): ReactNode {
  const { t } = useTranslation('briefs');
  const word = moveWord(of, reader);
  if (word === null) return null;
  const isMine = word === 'move.yours' || word === 'move.unsent';
  return (
    <span className={isMine ? 'brief-move brief-move-mine' : 'brief-move'} data-move={word}>
      {t(word)}
    </span>
  );
}

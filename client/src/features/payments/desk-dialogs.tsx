import type { ReactNode } from 'react';
import { AsideDialog } from './aside-dialog';
import { writeOffOf } from './match-facts';
import { PartsDialog } from './parts/parts-dialog';
import { UndoDialog } from './undo-dialog';
import type { useAsked } from './use-asked';
import { WriteOffDialog } from './write-off-dialog';

/** The question of the step that is being asked, if any. */
export function DeskDialogs({ asked }: { readonly asked: ReturnType<typeof useAsked> }): ReactNode {
  const { step, line, match, close } = asked;
  if (!line) return null;
  if (step === 'aside') return <AsideDialog line={line} onClose={close} />;
  if (step === 'split') return <PartsDialog line={line} onClose={close} />;
  if (step === 'undo') return match ? <UndoDialog match={match} onClose={close} /> : null;
  const writeOff = step === 'writeOff' ? writeOffOf(line) : null;
  return writeOff && <WriteOffDialog line={line} {...writeOff} onClose={close} />;
}

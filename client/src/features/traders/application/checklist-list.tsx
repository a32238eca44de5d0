import type { ItemStage } from '@qafila/shared/traders/application-blockers';
import type { ItemView } from '@qafila/shared/traders/application-views';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import { Check, Circle, CircleDashed, CircleDot, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../ui/chip';

const LOOK: Readonly<Record<ItemStage, { tone: Tone; icon: LucideIcon }>> = {
  accepted: { tone: 'ok', icon: Check },
  complete: { tone: 'info', icon: CircleDot },
  begun: { tone: 'warn', icon: CircleDashed },
  asked: { tone: 'bad', icon: TriangleAlert },
  empty: { tone: 'plain', icon: Circle },
};

/** What is asked, one below the other, each with how far it is. */
export function Checklist(props: {
  readonly items: readonly ItemView[];
  readonly stages: ReadonlyMap<ItemKind, ItemStage>;
  readonly open: ItemKind | undefined;
  readonly onOpen: (kind: ItemKind) => void;
}): ReactNode {
  const { t } = useTranslation('application');
  return (
    <nav className="card check-list" aria-label={t('list')}>
      <ol>
        {props.items.map((item) => {
          const stage = props.stages.get(item.kind) ?? 'empty';
          const { tone, icon } = LOOK[stage];
          return (
            <li key={item.kind}>
              <button
                type="button"
                className="check-item"
                aria-current={item.kind === props.open ? 'step' : undefined}
                onClick={() => props.onOpen(item.kind)}
              >
                <span className="check-words">
                  <b>{t(`item.${item.kind}.name`)}</b>
                  <span className="small muted">{t(`item.${item.kind}.hint`)}</span>
                </span>
                <Chip tone={tone} icon={icon}>
                  {t(`stage.${stage}`)}
                </Chip>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

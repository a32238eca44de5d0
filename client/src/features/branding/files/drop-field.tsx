import {
  ASSET_LIMIT_MB,
  TRADER_ASSET_KINDS,
  type TraderAssetKind,
} from '@qafila/shared/branding/assets.rules';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../../ui/segments';
import { FileInput } from './file-input';
import { RightsTick } from './rights-tick';

interface DropFieldProps {
  readonly kind: TraderAssetKind;
  /** Left out where only one kind is asked for. */
  readonly onKind?: (kind: TraderAssetKind) => void;
  readonly many?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files: dropped, or chosen by the button; after the rights to them were confirmed. */
export function DropField({ kind, onKind, many = false, onFiles }: DropFieldProps): ReactNode {
  const { t } = useTranslation('files');
  const [isOver, setOver] = useState(false);
  const [hasRights, setRights] = useState(false);
  const needId = useId();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (hasRights && files.length > 0) onFiles(many ? files : files.slice(0, 1));
  };
  return (
    <section
      className={isOver ? 'card card-pad drop-field drop-field-over' : 'card card-pad drop-field'}
      aria-label={t('drop.label')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      }}
      onDrop={drop}
    >
      {onKind && (
        <div className="stack stack-tight">
          <Segments
            label={t('drop.kind')}
            value={kind}
            onChange={onKind}
            options={TRADER_ASSET_KINDS.map((value) => ({ value, text: t(`kind.${value}`) }))}
          />
          <p className="small muted">{t(`kindHint.${kind}`)}</p>
        </div>
      )}
      <RightsTick isOn={hasRights} onChange={setRights} />
      <div className="drop-place">
        <p>{t(hasRights ? 'drop.text' : 'drop.tickFirst')}</p>
        <FileInput
          kind="primary"
          many={many}
          label={t(many ? 'drop.choose' : 'drop.chooseOne')}
          onFiles={onFiles}
          {...(hasRights ? {} : { reasonId: needId })}
        />
        <p className="small muted" id={needId}>
          {t('drop.hint', { limit: ASSET_LIMIT_MB.value })}
        </p>
      </div>
    </section>
  );
}

import type { SvgNode } from '@qafila/shared/branding/svg-node';
import { FileImage, FileType, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Button, IconButton } from '../../../ui/button';
import { ErrorLine } from '../../../ui/states';
import { savePng, saveSvg } from './download';
import { Drawing } from './drawing';

const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3, 4, 6] as const;
const WHOLE = 2;

interface StageProps {
  readonly node: SvgNode;
  /** What it shows, for whoever does not see it. */
  readonly label: string;
  /** Name of the file it is saved as. */
  readonly name: string;
  readonly tools?: ReactNode;
  readonly note?: ReactNode;
}

/** At its first size the whole drawing is seen: as wide as there is room, and no higher. */
function widthAt(node: SvgNode, zoom: number): string {
  const [, , width = 1, height = 1] = String(node.attrs.viewBox).split(' ').map(Number);
  return `calc(${zoom} * min(100%, ${width / height} * min(54vh, 540px)))`;
}

/** A drawing to look at closely and to take along. */
export function Stage({ node, label, name, tools, note }: StageProps): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const [at, setAt] = useState<number>(WHOLE);
  const [failure, setFailure] = useState<unknown>(null);
  const zoom = ZOOMS[at] ?? 1;
  const step = (by: number): void => setAt((now) => Math.min(Math.max(now + by, 0), ZOOMS.length - 1));
  const png = (): void => {
    setFailure(null);
    savePng(node, name).catch(setFailure);
  };
  return (
    <div className="stage">
      {tools && <div className="stage-tools">{tools}</div>}
      <div className="stage-view" dir="ltr">
        {/* Within what scrolls: whoever has it in focus moves the drawing by the arrow keys. */}
        <fieldset className="stage-zoom">
          <legend className="sr-only">{t('stage.zoom')}</legend>
          <IconButton icon={ZoomOut} label={t('stage.smaller')} onClick={() => step(-1)} />
          <button
            type="button"
            className="stage-percent"
            aria-label={t('stage.whole', { percent: format.percent(zoom * 100) })}
            onClick={() => setAt(WHOLE)}
          >
            {format.percent(zoom * 100)}
          </button>
          <IconButton icon={ZoomIn} label={t('stage.larger')} onClick={() => step(1)} />
        </fieldset>
        <div className="stage-sheet" style={{ inlineSize: widthAt(node, zoom) }}>
          <Drawing node={node} label={label} />
        </div>
      </div>
      {note}
      <div className="inline">
        <Button size="small" icon={FileImage} onClick={png}>
          {t('stage.png')}
        </Button>
        <Button size="small" icon={FileType} onClick={() => saveSvg(node, name)}>
          {t('stage.svg')}
        </Button>
      </div>
      {failure !== null && <ErrorLine error={failure} />}
    </div>
  );
}

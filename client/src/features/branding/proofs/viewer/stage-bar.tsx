import {
  ChevronLeft,
  ChevronRight,
  Hand,
  type LucideIcon,
  MapPin,
  Maximize,
  Minus,
  MoveDownRight,
  Plus,
  RectangleHorizontal,
  Type,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../../lib/i18n/format';
import { IconButton } from '../../../../ui/button';
import type { Pen, Sight } from '../use-review';
import type { Tool } from './shapes';
import type { ViewControl } from './use-view';
import { percentOf } from './view';

const CLOSER = 1.25;
const TOOLS: readonly (readonly [Tool, LucideIcon])[] = [
  ['hand', Hand],
  ['pin', MapPin],
  ['rectangle', RectangleHorizontal],
  ['arrow', MoveDownRight],
  ['text', Type],
];

interface StageBarProps {
  readonly control: ViewControl;
  readonly sight: Sight;
  readonly pen: Pen;
  readonly mayWrite: boolean;
  readonly pages: number;
}

/** Tools, pages and zoom above the page. */
export function StageBar({ control, sight, pen, mayWrite, pages }: StageBarProps): ReactNode {
  const { t } = useTranslation('proofs');
  return (
    <div className="proof-bar">
      {mayWrite && (
        <fieldset className="proof-tools">
          <legend className="sr-only">{t('tool.label')}</legend>
          {TOOLS.map(([tool, Icon]) => (
            <button
              key={tool}
              type="button"
              className="proof-tool"
              aria-pressed={pen.tool === tool}
              title={t(`tool.${tool}`)}
              onClick={() => pen.setTool(tool)}
            >
              <Icon size={17} aria-hidden />
              <span>{t(`tool.${tool}`)}</span>
            </button>
          ))}
        </fieldset>
      )}
      {pages > 1 && <Pages sight={sight} pages={pages} />}
      <Zoom control={control} />
    </div>
  );
}

function Pages({ sight, pages }: { readonly sight: Sight; readonly pages: number }): ReactNode {
  const { t } = useTranslation('proofs');
  const { number } = useFormats();
  const at = sight.page.page;
  return (
    <fieldset className="proof-group">
      <legend className="sr-only">{t('pages.label')}</legend>
      <IconButton
        icon={ChevronLeft}
        flip
        label={t('pages.previous')}
        onClick={() => sight.setPage(Math.max(1, at - 1))}
      />
      <span className="small nowrap" role="status">
        {t('pages.at', { page: number(at), of: number(pages) })}
      </span>
      <IconButton
        icon={ChevronRight}
        flip
        label={t('pages.next')}
        onClick={() => sight.setPage(Math.min(pages, at + 1))}
      />
    </fieldset>
  );
}

/** How large the page is shown, of the size it is printed in. */
export function Zoom({ control }: { readonly control: ViewControl }): ReactNode {
  const { t } = useTranslation('proofs');
  const { percent } = useFormats();
  const shown = percent(percentOf(control.view.zoom));
  return (
    <fieldset className="proof-group proof-zoom">
      <legend className="sr-only">{t('zoom.label')}</legend>
      <IconButton icon={Maximize} label={t('zoom.fit')} onClick={control.fit} />
      <IconButton icon={Minus} label={t('zoom.out')} onClick={() => control.zoomBy(1 / CLOSER)} />
      <button
        type="button"
        className="proof-percent"
        title={t('zoom.print')}
        aria-label={t('zoom.now', { percent: shown })}
        onClick={control.print}
      >
        {shown}
      </button>
      <IconButton icon={Plus} label={t('zoom.in')} onClick={() => control.zoomBy(CLOSER)} />
    </fieldset>
  );
}

import type { Dieline } from '@qafila/shared/branding/dieline';
import {
  DIELINE_LAYERS,
  type DielineLayer,
  drawDieline,
  frameOf,
} from '@qafila/shared/branding/dieline-drawing';
import { boundsOf } from '@qafila/shared/branding/dieline-geometry';
import { ZONE_WORDS } from '@qafila/shared/branding/packaging-words';
import type { SvgNode } from '@qafila/shared/branding/svg-node';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { ToggleChip } from '../../../ui/chip';
import { artworkIn, faceIn, type Look, markIn } from './look';
import { withRulers } from './rulers';
import { Stage } from './stage';

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** The trader's artwork over the whole sheet, or his colours on the printed panels and his logo in its zones. */
function artOn(dieline: Dieline, look: Look): SvgNode[] {
  if (look.artwork) return [artworkIn(look.artwork, dieline.bounds)];
  const printed = dieline.safe.flatMap(({ panel }) => {
    const outline = dieline.bleed[panel];
    return outline ? [boundsOf([outline])] : [];
  });
  const plain: Look = { ...look, logo: null, name: '' };
  return [
    ...printed.flatMap((box) => faceIn(plain, box, WHOLE).slice(0, 1)),
    ...dieline.zones.flatMap(({ kind, box }) => (kind === 'logo' ? markIn(look, box) : [])),
  ];
}

interface DielineViewProps {
  readonly dieline: Dieline;
  readonly look: Look;
  readonly name: string;
  readonly note?: ReactNode;
}

/** The package laid flat, true in millimetres, with the lines one wants to see. */
export function DielineView({ dieline, look, name, note }: DielineViewProps): ReactNode {
  const { t } = useTranslation('packaging');
  const { locale } = useLocale();
  const [layers, setLayers] = useState<readonly DielineLayer[]>(DIELINE_LAYERS);
  const [hasArt, setArt] = useState(true);
  const toggle = (layer: DielineLayer): void =>
    setLayers((now) => (now.includes(layer) ? now.filter((each) => each !== layer) : [...now, layer]));
  const node = useMemo(() => {
    const drawing = drawDieline(dieline, {
      layers,
      id: 'stage',
      zoneName: (kind) => ZONE_WORDS[kind][locale],
      artwork: hasArt ? artOn(dieline, look) : [],
    });
    return withRulers(drawing, frameOf(dieline));
  }, [dieline, layers, locale, hasArt, look]);
  return (
    <Stage
      node={node}
      label={t('stage.dieline', { name })}
      name={`${name} dieline`}
      note={note}
      tools={
        <>
          <ToggleChip on={hasArt} onToggle={() => setArt(!hasArt)}>
            {t('layer.artwork')}
          </ToggleChip>
          {DIELINE_LAYERS.map((layer) => (
            <ToggleChip key={layer} on={layers.includes(layer)} onToggle={() => toggle(layer)}>
              {t(`layer.${layer}`)}
            </ToggleChip>
          ))}
        </>
      }
    />
  );
}

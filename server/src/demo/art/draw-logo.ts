import { starLine, starPath } from './ornament';
import { box, disc, fade, moved, path, polygon, ring, stroke, times } from './svg';

/** Logo of a demo brand; the picture alone, since the name is set in the brand's own type. */
export interface LogoSpec {
  initials?: never;
  motif: 'lantern' | 'gift' | 'phoenix';
  /** Ground of the logo, `#rrggbb`. */
  ink: string;
  /** The figure on it, `#rrggbb`. */
  accent: string;
}

/** Dar Nour, the house of light: a lamp in an arch, with rays. */
function lanternMark({ ink, accent }: LogoSpec): string {
  const rays = times(
    7,
    (index) => `<g transform="rotate(${index * 30 - 90} 120 116)">${stroke('M120 34V48', accent, 5)}</g>`,
  );
  return [
    rays,
    path('M72 188V124C72 94 100 88 120 60C140 88 168 94 168 124V188Z', accent),
    path('M82 188V126C82 104 104 96 120 76C136 96 158 104 158 126V188Z', ink),
    stroke('M120 76V100', accent, 3),
    path(
      `${polygon([
        [108, 106],
        [132, 106],
        [142, 120],
        [136, 162],
        [104, 162],
        [98, 120],
      ])}`,
      accent,
    ),
    path('M106 106C106 96 134 96 134 106Z', accent),
    path(starPath([120, 134, 17]), ink),
    disc([120, 134, 6.5], accent),
    path('M112 162H128L134 172H106Z', accent),
    box([60, 186, 120, 8, 4], accent),
  ].join('');
}

const RIBBON = '#fff6e6';

/** Atlas Gifts: two snowy peaks tied with a ribbon. */
function giftMark({ ink, accent }: LogoSpec): string {
  const bow =
    'M120 150C100 120 68 124 74 148C68 172 100 180 120 150C140 180 172 172 166 148C172 124 140 120 120 150Z';
  const folds =
    'M112 150C100 138 84 136 84 148C84 162 100 162 112 150ZM128 150C140 138 156 136 156 148C156 162 140 162 128 150Z';
  return moved(
    'translate(0 -8)',
    path('M26 184L92 72L124 126L148 90L214 184Z', accent),
    fade(0.3, path('M92 72L124 126L108 184H92ZM148 90L164 184H214Z', ink)),
    path('M92 72L113 107L102 114L92 104L82 114L71 107Z', RIBBON),
    path('M148 90L163 112L154 118L147 111L140 117L134 111Z', RIBBON),
    path('M50.7 142H184.5L193 154H43.7Z', RIBBON),
    path('M112 152L98 184H114L122 160ZM128 152L142 184H126L118 160Z', RIBBON),
    stroke(bow, ink, 5),
    path(bow, RIBBON),
    path(folds, ink),
    disc([120, 150, 11], ink),
    disc([120, 150, 7.5], accent),
    path(starPath([184, 66, 13]), RIBBON),
  );
}

/** Fjord & Fønix: a bird with raised wings above two waves. */
function phoenixMark({ ink, accent }: LogoSpec): string {
  const wing =
    path('M120 128C96 124 62 104 44 52C66 76 88 82 106 90C114 96 118 110 120 128Z', accent) +
    fade(0.75, path('M118 136C92 138 60 126 38 92C62 108 92 112 110 120Z', accent)) +
    fade(0.5, path('M118 146C98 152 72 148 50 128C72 136 96 134 114 136Z', accent));
  return [
    wing,
    moved('translate(240) scale(-1 1)', wing),
    path(
      'M120 164C108 146 108 110 114 84C112 74 118 64 128 62L142 68L130 74C128 84 132 130 120 164Z',
      accent,
    ),
    path('M128 62C124 50 130 44 138 40C134 48 138 54 134 63Z', accent),
    disc([126, 69, 2.6], ink),
    stroke('M40 178C60 164 80 164 100 178S140 192 160 178S192 166 202 174', accent, 8),
    fade(0.6, stroke('M56 200C74 188 90 188 106 200S140 212 156 200S178 190 186 194', accent, 6)),
  ].join('');
}

const marks: Record<LogoSpec['motif'], (spec: LogoSpec) => string> = {
  lantern: lanternMark,
  gift: giftMark,
  phoenix: phoenixMark,
};

/** Draws a square SVG logo (240 × 240) without words, scripts or outside references. */
export function drawLogo(spec: LogoSpec): string {
  const frame =
    ring([120, 120, 108], spec.accent, 2) + fade(0.25, starLine([120, 120, 106], spec.accent, 1.5));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" stroke-linecap="round" stroke-linejoin="round">${box([0, 0, 240, 240, 44], spec.ink)}${frame}${marks[spec.motif](spec)}</svg>`;
}

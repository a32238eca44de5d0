import { star, starLine, starRow } from './ornament';
import { type Paint, shadow, shine } from './paint';
import { disc, fade, moved, oval, path, polar, polygon, ring, stroke, times } from './svg';

export function tajine(paint: Paint): string {
  return [
    shadow([120, 202, 84, 10]),
    path('M42 156C78 140 82 62 108 48H132C158 62 162 140 198 156Z', paint.main.round),
    path(
      'M73 122C90 134 150 134 167 122C173 138 184 150 198 156H42C56 150 67 138 73 122Z',
      paint.accent.base,
    ),
    starRow(6, (index) => [78 + index * 16.8, 144, 7], paint.main.dark),
    stroke('M88 86C100 94 140 94 152 86M83 100C98 109 142 109 157 100', paint.accent.base, 3),
    path('M106 52C100 34 108 26 120 26C132 26 140 34 134 52Z', paint.main.dark),
    oval([118, 32, 9, 4], paint.main.light),
    path('M30 156H210L196 186C188 200 172 206 160 206H80C68 206 52 200 44 186Z', paint.main.round),
    path('M30 152H210V162H30Z', paint.main.dark),
    stroke('M44 180C70 192 170 192 196 180', paint.accent.base, 3),
    shine('M102 66C94 84 90 100 84 114', 6),
  ].join('');
}

export function bowl(paint: Paint): string {
  return [
    shadow([120, 204, 56, 9]),
    path('M28 96C32 158 70 194 92 196L86 206H154L148 196C170 194 208 158 212 96Z', paint.main.round),
    path(
      'M32 120C60 148 180 148 208 120C206 132 202 142 198 150C164 174 76 174 42 150C38 142 34 132 32 120Z',
      paint.accent.base,
    ),
    starRow(7, (index) => [54 + index * 22, 146 + (3 - Math.abs(index - 3)) * 3.4, 8.5], paint.main.base),
    oval([120, 96, 92, 30], paint.main.base),
    `<ellipse cx="120" cy="96" rx="90" ry="28" fill="none" stroke="${paint.accent.base}" stroke-width="4"/>`,
    fade(0.2, oval([120, 99, 80, 22], paint.accent.deep)),
    moved(
      'translate(120 100) scale(1 .3)',
      starLine([0, 0, 62], paint.accent.base, 4),
      star([0, 0, 30], paint.accent.base),
      times(8, (index) => {
        const [x, y] = polar([0, 0, 46], index * 45);
        return disc([x, y, 6], paint.accent.base);
      }),
    ),
    stroke('M66 176C90 190 150 190 174 176', paint.accent.base, 3),
    shine('M46 138C56 160 70 176 86 186', 5),
  ].join('');
}

export function plate(paint: Paint): string {
  const petals = times(
    8,
    (index) =>
      `<path transform="rotate(${index * 45} 120 120)" d="M120 112C104 92 106 70 120 58C134 70 136 92 120 112Z" fill="${index % 2 ? '#c9812f' : paint.accent.base}"/>`,
  );
  const rim = times(16, (index) => {
    const [x, y] = polar([120, 120, 80], index * 22.5);
    return index % 2 ? disc([x, y, 5.5], '#c9812f') : star([x, y, 9], paint.accent.base);
  });
  return [
    fade(0.25, disc([126, 129, 95], '#1d120c')),
    disc([120, 120, 95], paint.accent.dark),
    disc([120, 120, 92], paint.main.base),
    rim,
    ring([120, 120, 67], paint.accent.base, 3),
    fade(0.1, disc([123, 123, 66], '#1d120c')),
    disc([119, 119, 64], paint.main.light),
    petals,
    disc([120, 120, 11], paint.accent.dark),
    star([120, 120, 6], paint.main.base),
    fade(0.7, stroke('M46 96A78 78 0 0 1 84 50', '#fff', 6)),
  ].join('');
}

export function coasters(paint: Paint): string {
  const tile = (x: number, y: number, inverse: boolean): string => {
    const ground = inverse ? paint.accent.base : paint.main.base;
    const figure = inverse ? paint.main.base : paint.accent.base;
    return (
      path(
        polygon([
          [x - 40, y - 40],
          [x + 40, y - 40],
          [x + 40, y + 40],
          [x - 40, y + 40],
        ]),
        ground,
      ) +
      path(
        polygon([
          [x - 40, y + 34],
          [x + 40, y + 34],
          [x + 40, y + 40],
          [x - 40, y + 40],
        ]),
        inverse ? paint.accent.dark : paint.main.dark,
      ) +
      star([x, y - 3, 30], figure) +
      star([x, y - 3, 15], inverse ? paint.main.dark : paint.main.light) +
      fade(0.3, path(`M${x - 40} ${y - 40}h46l-46 40z`, '#fff'))
    );
  };
  return [
    fade(0.26, path('M42 44H206V210H42Z', '#1d120c')),
    tile(77, 77, false),
    tile(163, 77, true),
    tile(77, 163, true),
    tile(163, 163, false),
  ].join('');
}

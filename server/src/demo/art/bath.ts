import { star, starLine } from './ornament';
import { type Paint, shadow, shine } from './paint';
import { box, fade, oval, path, stroke, times } from './svg';

export function glove(paint: Paint): string {
  const mitt =
    'M78 150V74C78 26 150 26 152 72V96C158 84 176 74 186 86C194 96 182 110 174 120C166 130 160 140 158 150Z';
  return [
    shadow([120, 206, 56, 8]),
    path(mitt, paint.main.round),
    fade(
      0.35,
      stroke(
        times(9, (index) => `M${84 + (index % 2) * 4} ${62 + index * 10}H${148 - (index % 2) * 4}`),
        paint.main.light,
        2.4,
      ),
    ),
    fade(0.5, stroke('M152 98C152 112 150 126 148 138', paint.main.deep, 3)),
    path('M72 148H164L168 198C168 203 164 206 160 206H76C72 206 68 203 68 198Z', paint.accent.round),
    fade(0.7, stroke('M72 158H164M70 196H166', paint.main.base, 2.4)),
    star([118, 178, 13], paint.main.base),
    stroke('M160 206c24 6 34-14 18-24', paint.accent.dark, 4),
  ].join('');
}

export function towel(paint: Paint): string {
  const fold = (y: number): string =>
    box([42, y, 156, 40, 14], paint.main.round) +
    fade(0.9, box([64, y, 14, 40], paint.accent.base), box([84, y, 5, 40], paint.accent.base)) +
    fade(0.3, stroke(`M52 ${y + 34}H190`, paint.main.deep, 2));
  return [
    shadow([120, 200, 86, 10]),
    fold(154),
    fold(114),
    fold(74),
    box([142, 66, 40, 126, 4], paint.main.light),
    fade(0.12, box([172, 66, 10, 126, 4], '#1d120c')),
    box([142, 150, 40, 8], paint.accent.base),
    box([142, 162, 40, 16], paint.accent.base),
    box([142, 182, 40, 4], paint.accent.base),
    stroke(
      times(6, (index) => `M${145 + index * 6.8} 193v13`),
      paint.main.light,
      2.6,
    ),
    fade(0.4, box([48, 78, 96, 6, 3], '#fff')),
  ].join('');
}

export function basin(paint: Paint): string {
  return [
    shadow([120, 202, 62, 10]),
    path('M34 100C38 162 70 200 92 204H148C170 200 202 162 206 100Z', paint.main.round),
    oval([120, 100, 86, 26], paint.main.light),
    oval([120, 103, 77, 21], paint.accent.dark),
    oval([120, 110, 66, 14], '#bfe0e0'),
    fade(0.7, stroke('M80 108C96 102 112 112 128 106M124 116C140 110 152 118 166 112', '#fff', 3)),
    starLine([120, 160, 24], paint.accent.base, 2.5),
    star([120, 160, 11], paint.accent.base),
    fade(
      0.55,
      stroke(
        'M52 148C60 142 70 142 78 150M162 150C170 142 180 142 188 148M64 172C72 166 80 168 88 176M152 176C160 168 168 166 176 172',
        paint.accent.base,
        3,
      ),
    ),
    shine('M48 124C54 146 64 166 78 182', 6),
  ].join('');
}

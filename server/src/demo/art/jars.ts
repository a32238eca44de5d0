import { flame, star, starLine } from './ornament';
import { label, type Paint, shadow, shine } from './paint';
import { box, disc, fade, moved, oval, path, stroke, times } from './svg';

export function jar(paint: Paint): string {
  return [
    shadow([120, 204, 62, 9]),
    path(
      'M70 92H170C178 96 182 104 182 114V188a16 16 0 0 1-16 16H74a16 16 0 0 1-16-16V114C58 104 62 96 70 92Z',
      paint.main.round,
    ),
    box([62, 56, 116, 38, 8], paint.accent.round),
    fade(
      0.4,
      stroke(
        times(12, (index) => `M${70 + index * 9.1} 66v22`),
        paint.accent.deep,
        1.4,
      ),
    ),
    fade(0.5, stroke('M68 61H170', '#fff', 2)),
    label(paint, [58, 118, 124, 62]),
    shine('M68 112V186'),
  ].join('');
}

export function honeyJar(paint: Paint): string {
  return [
    shadow([120, 204, 56, 9]),
    path('M76 104H164C186 128 186 188 160 204H80C54 188 54 128 76 104Z', paint.main.round),
    fade(
      0.35,
      path(
        'M62 140C90 130 150 150 178 140C182 170 176 196 160 204H80C64 196 58 170 62 140Z',
        paint.main.deep,
      ),
    ),
    box([84, 130, 72, 50, 8], paint.paper),
    label(paint, [90, 132, 60, 46]),
    path(
      'M72 62C86 46 154 46 168 62L176 84 188 112 174 106 162 116 148 107 134 117 120 108 106 117 92 107 78 116 66 106 52 112 64 84Z',
      paint.accent.round,
    ),
    fade(0.35, stroke('M96 66L86 104M120 60V104M144 66L154 104', paint.accent.deep, 2)),
    stroke('M66 86C90 94 150 94 174 86', '#a2502f', 4),
    stroke('M152 90c10-2 16 4 14 14M152 90c2 8-2 14-8 18', '#a2502f', 3),
    shine('M70 134C66 152 68 172 76 188', 5),
  ].join('');
}

export function tub(paint: Paint): string {
  return [
    shadow([120, 202, 76, 11]),
    leaningLid(paint),
    path('M42 118H198L186 190C184 200 178 204 168 204H72C62 204 56 200 54 190Z', paint.accent.round),
    oval([120, 118, 78, 24], paint.accent.light),
    oval([120, 119, 68, 19], paint.main.dark),
    path(
      'M56 118C60 92 92 96 98 82C108 66 140 70 138 86C160 84 182 98 184 118C176 134 64 134 56 118Z',
      paint.main.base,
    ),
    fade(
      0.55,
      stroke(
        'M72 116C84 102 104 108 112 94M104 122C126 120 146 108 132 94M152 118C164 116 168 108 162 102',
        paint.main.light,
        4,
      ),
    ),
    starLine([120, 166, 24], paint.paper, 3),
    star([120, 166, 14], paint.paper),
    shine('M60 136L68 184', 5),
  ].join('');
}

/** Lid leaning behind the tub. */
const leaningLid = (paint: Paint): string =>
  oval([182, 92, 34, 40], paint.accent.dark) +
  oval([178, 92, 33, 39], paint.accent.base) +
  fade(0.5, oval([178, 92, 24, 30], paint.accent.light));

export function lemonJar(paint: Paint): string {
  const lemon = (x: number, y: number, degrees: number): string =>
    moved(
      `translate(${x} ${y}) rotate(${degrees})`,
      path(
        'M-29 0C-22 -4 -18 -17 0 -17C18 -17 22 -4 29 0C22 4 18 17 0 17C-18 17 -22 4 -29 0Z',
        paint.main.round,
      ),
      fade(0.6, oval([-6, -8, 8, 3.5], '#fff6c2')),
    );
  return [
    shadow([120, 204, 58, 9]),
    path(
      'M76 84H164C176 92 178 100 178 112V188a16 16 0 0 1-16 16H78a16 16 0 0 1-16-16V112C62 100 64 92 76 84Z',
      '#f4f6ec',
    ),
    path('M68 112H172V186a12 12 0 0 1-12 12H80a12 12 0 0 1-12-12Z', '#f3e3a0'),
    lemon(98, 182, 8),
    lemon(144, 180, -20),
    lemon(142, 150, 24),
    lemon(98, 152, -24),
    lemon(118, 126, 10),
    box([72, 58, 96, 28, 7], paint.accent.round),
    fade(0.5, stroke('M78 66H162', '#fff', 2)),
    stroke('M172 92L184 118L172 126', paint.accent.dark, 4),
    fade(0.25, box([62, 112, 116, 80, 14], '#fff')),
    shine('M72 108V184', 6),
  ].join('');
}

export function candle(paint: Paint): string {
  return [
    shadow([120, 204, 54, 9]),
    path('M66 84H174L166 192C165 200 160 204 152 204H88C80 204 75 200 74 192Z', '#f6ece4'),
    path('M70 112H170L164 188C163 195 158 198 152 198H88C82 198 77 195 76 188Z', paint.main.round),
    oval([120, 112, 50, 12], paint.main.light),
    oval([120, 84, 54, 13], '#fff'),
    fade(0.5, oval([120, 86, 48, 10], paint.main.base)),
    flame(120, 108, paint.glow),
    label(paint, [90, 134, 60, 50]),
    shine('M78 104L84 188', 5),
  ].join('');
}

export function tadelakt(paint: Paint): string {
  return [
    shadow([120, 204, 58, 10]),
    path('M54 104C50 150 70 204 96 204H144C170 204 190 150 186 104Z', paint.main.round),
    oval([120, 104, 66, 20], paint.main.light),
    oval([120, 106, 57, 15], paint.accent.base),
    fade(0.6, oval([120, 108, 48, 11], '#fffaf0')),
    flame(120, 106, paint.glow),
    fade(0.75, starLine([120, 160, 26], paint.main.light, 3), star([120, 160, 13], paint.main.light)),
    fade(
      0.35,
      disc([86, 150, 3], '#fff'),
      disc([156, 136, 2.5], '#fff'),
      disc([150, 182, 3], paint.main.deep),
    ),
    shine('M66 130C68 154 76 176 88 192', 6),
  ].join('');
}

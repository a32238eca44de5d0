import { leaf, star, starLine } from './ornament';
import { label, type Paint, shadow, shine } from './paint';
import { box, disc, fade, moved, oval, path, polygon, stroke, times } from './svg';

export function soapBar(paint: Paint): string {
  return [
    shadow([122, 190, 88, 16]),
    path('M30 116V150Q30 158 38 162L108 196Q120 202 132 196L202 162Q210 158 210 150V116Z', paint.main.base),
    fade(0.32, path('M120 158V200Q126 200 132 196L202 162Q210 158 210 150V116Z', paint.main.deep)),
    fade(0.14, path('M30 116V150Q30 158 38 162L108 196Q114 199 120 199V158Z', paint.main.deep)),
    path(
      'M38 108L108 74Q120 68 132 74L202 108Q210 114 202 120L132 156Q120 162 108 156L38 120Q30 114 38 108Z',
      paint.main.light,
    ),
    moved(
      'translate(120 114) scale(1 .48)',
      star([0, 0, 46], paint.main.base),
      starLine([0, 0, 56], paint.main.dark, 3),
    ),
    moved('translate(120 114) scale(1 .48)', star([0, 0, 22], paint.accent.base)),
    ...(
      [
        [58, 66, 13],
        [82, 48, 9],
        [190, 66, 16],
        [172, 44, 7],
        [42, 90, 6],
      ] as const
    ).map(
      (bubble) =>
        fade(0.75, disc(bubble, '#fff')) +
        fade(0.4, disc([bubble[0] + 2, bubble[1] + 2, bubble[2] * 0.7], paint.accent.light)),
    ),
  ].join('');
}

export function soapStack(paint: Paint): string {
  const bar = (x: number, y: number): string =>
    box([x, y, 136, 44, 12], paint.main.round) +
    fade(0.5, box([x + 6, y + 4, 124, 8, 4], '#fff')) +
    fade(
      0.5,
      disc([x + 24, y + 28, 2.5], paint.accent.base),
      disc([x + 112, y + 24, 2.5], paint.accent.base),
    );
  return [
    shadow([120, 204, 72, 9]),
    bar(54, 160),
    bar(48, 114),
    bar(56, 68),
    box([104, 64, 32, 141], paint.paper),
    fade(0.14, box([126, 64, 10, 141], '#1d120c')),
    star([120, 136, 14], paint.accent.base),
    stroke('M104 92H136M104 182H136', '#a9834f', 3),
    stroke('M122 84C140 70 160 60 178 36', '#5f7d4c', 3.5),
    times(6, (index) =>
      oval([142 + index * 7, 66 - index * 6.5, 6, 4.5], index % 2 ? paint.accent.base : paint.accent.light),
    ),
    leaf({ x: 128, y: 80, length: 26, degrees: 20 }, '#6f8f59'),
  ].join('');
}

export function giftBox(paint: Paint): string {
  return [
    shadow([120, 204, 78, 10]),
    box([48, 108, 144, 96, 5], paint.main.round),
    box([38, 84, 164, 34, 6], paint.main.base),
    fade(0.35, box([38, 112, 164, 6], paint.main.deep)),
    fade(0.3, box([42, 87, 156, 5, 2], '#fff')),
    ...[76, 164].map((x) =>
      fade(0.6, starLine([x, 160, 20], paint.accent.base, 2.5), star([x, 160, 9], paint.accent.base)),
    ),
    box([108, 84, 24, 120], paint.accent.round),
    path('M120 84C96 40 54 40 58 64C60 82 96 86 120 84Z', paint.accent.base),
    path('M120 84C144 40 186 40 182 64C180 82 144 86 120 84Z', paint.accent.dark),
    path(
      'M112 80C98 62 76 56 74 64C74 72 94 80 112 80ZM128 80C142 62 164 56 166 64C166 72 146 80 128 80Z',
      paint.accent.deep,
    ),
    box([108, 70, 24, 22, 7], paint.accent.light),
  ].join('');
}

export function carton(paint: Paint): string {
  return [
    shadow([122, 206, 70, 9]),
    path('M60 58H150V206H60Z', paint.main.base),
    path('M150 58L186 46V192L150 206Z', paint.main.dark),
    path('M60 58L98 46H186L150 58Z', paint.main.light),
    path('M72 190V116C72 96 88 92 105 74C122 92 138 96 138 116V190Z', paint.paper),
    stroke('M78 184V118C78 102 92 98 105 84C118 98 132 102 132 118V184Z', paint.accent.base, 2.5),
    leaf({ x: 105, y: 174, length: 52, degrees: 0 }, paint.main.base),
    leaf({ x: 104, y: 174, length: 40, degrees: -38 }, paint.main.light),
    leaf({ x: 106, y: 174, length: 40, degrees: 38 }, paint.main.dark),
    star([105, 110, 9], paint.accent.base),
    stroke('M60 68H150M60 197H150', paint.accent.base, 2.5),
    fade(0.35, star([168, 124, 13], paint.accent.light)),
  ].join('');
}

export function tin(paint: Paint): string {
  return [
    shadow([120, 200, 64, 14]),
    path('M58 78V188C58 212 182 212 182 188V78Z', paint.main.round),
    path(
      'M58 108C80 124 160 124 182 108V122C160 138 80 138 58 122ZM58 176C80 192 160 192 182 176V188C160 204 80 204 58 188Z',
      paint.accent.round,
    ),
    starLine([120, 156, 24], paint.accent.base, 3),
    star([120, 156, 13], paint.accent.base),
    fade(0.8, star([76, 151, 9], paint.accent.base), star([164, 151, 9], paint.accent.base)),
    path('M54 60V84C54 106 186 106 186 84V60Z', paint.accent.round),
    oval([120, 60, 66, 19], paint.accent.light),
    fade(0.7, oval([120, 60, 52, 13], paint.accent.base)),
    oval([120, 56, 12, 6], paint.main.dark),
    disc([120, 50, 9], paint.main.base),
    shine('M70 118V190', 5),
  ].join('');
}

export function pouch(paint: Paint): string {
  return [
    shadow([120, 204, 64, 9]),
    path(
      'M60 44H180C176 90 186 150 188 192C188 200 182 204 174 204H66C58 204 52 200 52 192C54 150 64 90 60 44Z',
      paint.main.round,
    ),
    box([58, 38, 124, 18, 3], paint.accent.base),
    fade(0.4, stroke('M62 44H178M62 50H178', paint.accent.light, 1.4)),
    fade(0.4, stroke('M63 64H177', paint.main.deep, 2)),
    path('M60 190C86 176 154 176 180 190C160 204 80 204 60 190Z', paint.main.dark),
    disc([120, 148, 24], paint.main.light),
    path('M97 152C108 138 130 142 143 150C140 178 100 178 97 152Z', paint.main.deep),
    stroke('M120 124a24 24 0 1 1-.1 0', paint.accent.base, 3),
    label(paint, [84, 74, 72, 40]),
    shine('M70 78C68 116 64 150 62 180', 5),
  ].join('');
}

export function kraftBag(paint: Paint): string {
  return [
    shadow([120, 204, 60, 9]),
    path('M64 64H176L182 204H58Z', paint.main.round),
    path('M176 64L182 204H164L160 64Z', paint.main.dark),
    path('M60 40H180V72H60Z', paint.main.light),
    stroke('M60 56H180', paint.main.dark, 1.6),
    path('M60 72H180V78H60Z', paint.main.dark),
    disc([114, 138, 40], paint.paper),
    stroke('M114 102a36 36 0 1 1-.1 0', paint.accent.base, 2.5),
    leaf({ x: 114, y: 162, length: 50, degrees: 0 }, paint.accent.base),
    leaf({ x: 114, y: 162, length: 38, degrees: -46 }, paint.accent.light),
    leaf({ x: 114, y: 162, length: 38, degrees: 46 }, paint.accent.dark),
    box([104, 34, 32, 30, 3], paint.accent.base),
    star([120, 49, 9], paint.paper),
  ].join('');
}

export function sachet(paint: Paint): string {
  const packet = polygon([
    [-46, -78],
    [46, -78],
    [46, 78],
    [-46, 78],
  ]);
  const crimp = (y: number): string =>
    box([-46, y, 92, 12], paint.accent.base) +
    stroke(
      times(11, (index) => `M${-42 + index * 8.4} ${y + 3}v6`),
      paint.accent.light,
      1.4,
    );
  return [
    shadow([124, 204, 66, 8]),
    moved('translate(146 122) rotate(13)', path(packet, paint.main.dark), crimp(-78), crimp(66)),
    moved(
      'translate(102 124) rotate(-7)',
      path(packet, paint.main.round),
      crimp(-78),
      crimp(66),
      disc([0, -4, 34], paint.paper),
      starLine([0, -4, 26], paint.accent.base, 2.5),
      star([0, -4, 15], paint.accent.base),
      fade(0.5, box([-24, 42, 48, 5, 2], paint.paper)),
      shine('M-38 -56V52', 5),
    ),
  ].join('');
}

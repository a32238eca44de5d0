import { rosette, star, starLine } from './ornament';
import { type Paint, shadow, shine } from './paint';
import { box, disc, fade, moved, oval, path, stroke, times } from './svg';

const dashed = (d: string, colour: string): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="6 4" stroke-linecap="round"/>`;

export function babouche(paint: Paint): string {
  const shoe = [
    path(
      'M0 -94C30 -72 34 -20 30 24C28 62 20 84 0 84C-20 84 -28 62 -30 24C-34 -20 -30 -72 0 -94Z',
      paint.accent.base,
    ),
    path(
      'M0 -88C26 -68 30 -20 26 24C24 58 18 78 0 78C-18 78 -24 58 -26 24C-30 -20 -26 -68 0 -88Z',
      paint.main.dark,
    ),
    path('M-19 10C-14 0 14 0 19 10C21 44 16 70 0 70C-16 70 -21 44 -19 10Z', paint.accent.deep),
    path('M0 -88C26 -68 30 -20 26 18C14 0 -14 0 -26 18C-30 -20 -26 -68 0 -88Z', paint.main.round),
    stroke('M-26 18C-14 0 14 0 26 18', paint.accent.base, 3),
    fade(0.8, starLine([0, -26, 15], paint.accent.base, 2.4), star([0, -26, 7], paint.accent.base)),
    shine('M-14 -58C-19 -40 -20 -20 -19 -6', 4),
  ];
  return [
    fade(0.22, oval([88, 132, 34, 82], '#1d120c'), oval([162, 132, 34, 82], '#1d120c')),
    moved('translate(82 126) rotate(-9)', ...shoe),
    moved('translate(158 126) rotate(9)', ...shoe),
  ].join('');
}

export function slipper(paint: Paint): string {
  const side = [
    path('M12 96C40 112 150 118 178 102C182 112 172 120 150 120H36C18 120 8 110 12 96Z', paint.accent.dark),
    path(
      'M10 78C6 58 30 56 44 72C64 92 96 60 118 42C150 20 186 58 178 104C150 114 48 114 16 100C10 94 10 86 10 78Z',
      paint.main.round,
    ),
    path(
      'M12 76C20 64 34 66 42 74C60 96 96 66 114 46C102 80 60 104 28 92C20 88 14 82 12 76Z',
      paint.main.deep,
    ),
    stroke('M42 74C62 94 96 64 116 44', paint.accent.base, 4),
    star([142, 76, 15], paint.accent.base),
    star([142, 76, 7], paint.main.base),
    dashed('M70 102C104 108 150 106 172 98', paint.accent.base),
  ];
  return [
    shadow([124, 200, 90, 11]),
    fade(0.16, oval([132, 150, 70, 9], '#1d120c')),
    moved('translate(50 42) scale(.84)', ...side),
    moved('translate(18 82)', ...side),
  ].join('');
}

export function satchel(paint: Paint): string {
  return [
    shadow([120, 206, 78, 9]),
    stroke('M62 92C62 22 178 22 178 92', paint.main.deep, 10),
    stroke('M62 92C62 22 178 22 178 92', paint.main.base, 5),
    box([40, 84, 160, 122, 16], paint.main.dark),
    box([40, 80, 160, 122, 16], paint.main.round),
    path(
      'M40 96a16 16 0 0 1 16-16H184a16 16 0 0 1 16 16V126C200 158 160 164 120 164C80 164 40 158 40 126Z',
      paint.main.base,
    ),
    fade(
      0.35,
      path(
        'M40 126C40 158 80 164 120 164C160 164 200 158 200 126V132C200 166 160 171 120 171C80 171 40 166 40 132Z',
        paint.main.deep,
      ),
    ),
    dashed('M48 96V124C48 150 84 156 120 156C156 156 192 150 192 124V96', paint.main.light),
    fade(0.55, starLine([120, 122, 22], paint.main.deep, 2.4), star([120, 122, 10], paint.main.deep)),
    ...[74, 152].map(
      (x) =>
        box([x, 138, 14, 46, 4], paint.main.dark) +
        box([x - 4, 158, 22, 16, 3], paint.accent.base) +
        box([x + 1, 162, 12, 8, 2], paint.main.deep),
    ),
    shine('M56 90H120', 3),
  ].join('');
}

export function pouf(paint: Paint): string {
  return [
    shadow([120, 196, 90, 14]),
    path('M28 112C20 170 50 204 120 204C190 204 220 170 212 112Z', paint.main.round),
    fade(
      0.5,
      stroke(
        'M46 144C56 176 64 190 74 196M94 154C96 180 98 194 100 202M146 154C144 180 142 194 140 202M194 144C184 176 176 190 166 196',
        paint.main.deep,
        3,
      ),
    ),
    oval([120, 110, 93, 52], paint.main.dark),
    oval([120, 106, 92, 50], paint.main.base),
    fade(0.4, oval([108, 96, 66, 32], paint.main.light)),
    moved(
      'translate(120 106) scale(1 .54)',
      rosette([0, 0, 72], paint.accent.base),
      times(
        8,
        (index) =>
          `<g transform="rotate(${index * 45 + 22.5})">${stroke('M0 -40V-88', paint.accent.base, 2.4)}</g>`,
      ),
      disc([0, 0, 12], paint.accent.base),
    ),
    dashed('M32 124C40 150 80 166 120 166C160 166 200 150 208 124', paint.accent.base),
  ].join('');
}

export function wallet(paint: Paint): string {
  return [
    shadow([120, 196, 82, 10]),
    moved(
      'translate(120 88) rotate(-7)',
      box([-66, -44, 132, 84, 10], '#f3ead8'),
      box([-66, -26, 132, 14], paint.accent.base),
    ),
    moved(
      'translate(122 96) rotate(4)',
      box([-68, -40, 136, 84, 10], paint.accent.dark),
      star([46, -22, 9], paint.paper),
    ),
    box([40, 92, 160, 106, 14], paint.main.dark),
    path(
      'M40 106a14 14 0 0 1 14-14H186a14 14 0 0 1 14 14V180a14 14 0 0 1-14 14H54a14 14 0 0 1-14-14Z',
      paint.main.round,
    ),
    path('M40 106a14 14 0 0 1 14-14H96C98 112 142 112 144 92H186a14 14 0 0 1 14 14V116H40Z', paint.main.base),
    dashed('M48 104V178a8 8 0 0 0 8 8H184a8 8 0 0 0 8-8V104', paint.accent.light),
    starLine([120, 150, 25], paint.accent.base, 2.6),
    star([120, 150, 13], paint.accent.base),
    shine('M54 122V172', 4),
  ].join('');
}

import { leaf, rosette, star, starRow } from './ornament';
import { type Paint, shadow, shine } from './paint';
import { box, disc, fade, oval, path, polar, ring, stroke, times } from './svg';

export function teaGlass(paint: Paint): string {
  return [
    shadow([120, 206, 42, 8]),
    path('M68 46H172L154 196C153 203 149 206 142 206H98C91 206 87 203 86 196Z', '#f4f1e6'),
    path('M74 78H166L152 190C151 196 147 199 141 199H99C93 199 89 196 88 190Z', paint.main.round),
    oval([120, 78, 46, 10], paint.main.light),
    leaf({ x: 132, y: 84, length: 56, degrees: 22 }, '#4f9a4a'),
    leaf({ x: 126, y: 82, length: 44, degrees: -26 }, '#6fb35c'),
    path('M69 54H171L169 70H71Z', paint.accent.round),
    path('M79 124H161L154 182H86Z', paint.accent.base),
    times(4, (index) =>
      path(
        `M${89 + index * 17} 176V150C${89 + index * 17} 142 ${92 + index * 17} 138 ${95 + index * 17} 132C${98 + index * 17} 138 ${101 + index * 17} 142 ${101 + index * 17} 150V176Z`,
        paint.main.base,
      ),
    ),
    fade(0.9, stroke('M80 124H160M86 184H154', '#fff3cf', 2)),
    shine('M80 80L92 188', 5),
  ].join('');
}

export function tumblers(paint: Paint): string {
  const glass = (x: number, y: number): string =>
    fade(
      0.86,
      path(
        `M${x - 40} ${y}H${x + 40}L${x + 26} ${y + 112}C${x + 25} ${y + 117} ${x + 22} ${y + 119} ${x + 18} ${y + 119}H${x - 18}C${x - 22} ${y + 119} ${x - 25} ${y + 117} ${x - 26} ${y + 112}Z`,
        paint.main.round,
      ),
    ) +
    oval([x, y, 40, 11], '#f3fbf7') +
    fade(0.75, oval([x, y + 2, 34, 8], paint.main.base)) +
    `<ellipse cx="${x}" cy="${y}" rx="40" ry="11" fill="none" stroke="${paint.accent.base}" stroke-width="3"/>` +
    fade(0.7, stroke(`M${x - 21} ${y + 110}H${x + 21}`, paint.accent.dark, 4)) +
    fade(
      0.7,
      disc([x - 6, y + 50, 3], '#fff'),
      disc([x + 14, y + 74, 2.5], '#fff'),
      disc([x + 2, y + 92, 2], '#fff'),
    ) +
    shine(`M${x - 30} ${y + 20}L${x - 20} ${y + 100}`, 5);
  return [shadow([90, 188, 34, 7]), shadow([152, 206, 36, 8]), glass(88, 66), glass(150, 86)].join('');
}

export function teapot(paint: Paint): string {
  return [
    shadow([120, 206, 58, 9]),
    path('M78 160C46 158 48 112 24 92L40 78C60 98 62 116 86 122Z', paint.accent.round),
    stroke('M160 112C214 88 222 172 164 172', paint.accent.deep, 12),
    stroke('M160 112C214 88 222 172 164 172', paint.accent.light, 6),
    path('M92 206L100 190H140L148 206Z', paint.accent.round),
    path(
      'M70 128C56 170 84 198 120 198C156 198 184 170 170 128C162 108 148 102 146 92H94C92 102 78 108 70 128Z',
      paint.main.round,
    ),
    path('M94 92C96 68 114 66 117 46H123C126 66 144 68 146 92Z', paint.main.round),
    box([88, 88, 64, 9, 4], paint.accent.dark),
    disc([120, 40, 9], paint.accent.base),
    disc([117, 37, 3], '#fff'),
    fade(0.8, rosette([120, 150, 26], paint.accent.dark)),
    fade(0.7, stroke('M74 124C100 134 140 134 166 124M84 182C104 192 136 192 156 182', paint.accent.dark, 2)),
    shine('M80 136C74 154 80 172 92 184', 6),
  ].join('');
}

export function tray(paint: Paint): string {
  const beads = times(24, (index) => {
    const [x, y] = polar([120, 120, 84], index * 15);
    return disc([x, y, 3.4], paint.accent.base);
  });
  return [
    fade(0.25, disc([126, 128, 94], '#1d120c')),
    disc([120, 120, 94], paint.accent.dark),
    disc([120, 120, 91], paint.main.round),
    beads,
    ring([120, 120, 76], paint.accent.base, 2.5),
    disc([120, 120, 70], paint.main.light),
    fade(0.55, disc([120, 120, 70], paint.main.round)),
    rosette([120, 120, 62], paint.accent.base),
    rosette([120, 120, 30], paint.accent.dark),
    star([120, 120, 10], paint.accent.dark),
    fade(0.4, stroke('M52 88A76 76 0 0 1 98 48', '#fff', 8)),
  ].join('');
}

export function sugarBowl(paint: Paint): string {
  return [
    shadow([120, 206, 58, 8]),
    stroke('M84 186L72 204M120 192V206M156 186L168 204', paint.accent.base, 9),
    path('M50 122C50 170 80 194 120 194C160 194 190 170 190 122Z', paint.main.round),
    box([44, 112, 152, 14, 7], paint.accent.base),
    path('M52 112C58 76 96 74 112 54H128C144 74 182 76 188 112Z', paint.main.round),
    disc([120, 44, 11], paint.accent.base),
    disc([116, 40, 3.5], paint.main.light),
    starRow(5, (index) => [76 + index * 22, 150 + (2 - Math.abs(index - 2)) * 3, 9], paint.accent.base),
    fade(
      0.7,
      stroke('M76 104C84 90 104 86 114 70M164 104C156 90 136 86 126 70M120 70V106', paint.accent.base, 2),
    ),
    shine('M62 136C66 156 76 170 90 180', 6),
  ].join('');
}

export function jug(paint: Paint): string {
  return [
    shadow([116, 206, 56, 9]),
    stroke('M160 84C216 74 214 160 166 164', paint.accent.dark, 13),
    stroke('M160 84C216 74 214 160 166 164', paint.main.light, 6),
    fade(
      0.9,
      path(
        'M70 48C60 44 52 40 44 46C50 58 66 66 72 78C74 100 56 120 56 152C56 188 76 206 92 206H144C160 206 180 188 180 152C180 120 160 104 162 78C163 66 166 56 168 48Z',
        paint.main.round,
      ),
    ),
    fade(
      0.55,
      path(
        'M64 124C90 134 146 114 173 124C180 138 180 146 180 152C180 188 160 206 144 206H92C76 206 56 188 56 152C56 142 58 134 64 124Z',
        paint.accent.base,
      ),
    ),
    path('M44 46C52 40 60 44 70 46C96 36 146 38 168 48C150 60 96 62 72 60C62 58 50 54 44 46Z', '#f0f9fb'),
    stroke(
      'M44 46C52 40 60 44 70 46C96 36 146 38 168 48C150 60 96 62 72 60C62 58 50 54 44 46Z',
      paint.accent.base,
      3,
    ),
    fade(
      0.75,
      disc([110, 150, 4], '#fff'),
      disc([136, 170, 3], '#fff'),
      disc([98, 180, 3], '#fff'),
      disc([130, 134, 2.5], '#fff'),
    ),
    shine('M80 78C82 104 68 122 68 156', 6),
  ].join('');
}

export function mortar(paint: Paint): string {
  return [
    shadow([120, 206, 62, 9]),
    stroke('M132 92L186 34', paint.accent.base, 14),
    stroke('M130 90L184 32', paint.main.light, 4),
    disc([189, 31, 12], paint.accent.base),
    oval([120, 92, 68, 18], paint.main.light),
    oval([120, 94, 58, 13], paint.accent.dark),
    stroke('M136 92L146 80', paint.accent.base, 14),
    path(
      'M52 94C54 140 78 168 88 176L78 206H162L152 176C162 168 186 140 188 94C170 114 70 114 52 94Z',
      paint.main.round,
    ),
    box([70, 196, 100, 11, 4], paint.accent.base),
    stroke('M60 126C90 142 150 142 180 126M82 168C104 176 136 176 158 168', paint.accent.base, 3.5),
    starRow(3, (index) => [92 + index * 28, index === 1 ? 154 : 151, 10], paint.accent.base),
    stroke('M50 116C36 116 36 134 54 134M190 116C204 116 204 134 186 134', paint.accent.base, 6),
    shine('M68 122C72 138 80 154 92 166', 5),
  ].join('');
}

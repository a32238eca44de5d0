import { star, starLine, starRow } from './ornament';
import { type Paint, shadow, shine } from './paint';
import { box, disc, fade, oval, path, ring, stroke, times } from './svg';

export function lantern(paint: Paint): string {
  const pane = (x: number, width: number): string =>
    path(
      `M${x} 176V116C${x} 102 ${x + width / 2 - 4} 98 ${x + width / 2} 88C${x + width / 2 + 4} 98 ${x + width} 102 ${x + width} 116V176Z`,
      paint.accent.base,
    ) +
    starLine([x + width / 2, 138, width * 0.4], paint.main.dark, 2) +
    star([x + width / 2, 138, width * 0.2], paint.main.dark);
  return [
    shadow([120, 206, 56, 8]),
    disc([120, 132, 120], paint.glow),
    ring([120, 26, 11], paint.main.light, 5),
    box([114, 34, 12, 12, 3], paint.main.dark),
    path('M66 84C70 60 110 62 114 44H126C130 62 170 60 174 84Z', paint.main.round),
    fade(
      0.9,
      times(5, (index) => disc([88 + index * 16, 74 - (2 - Math.abs(index - 2)) * 3, 3], paint.accent.base)),
    ),
    box([58, 82, 124, 12, 5], paint.main.dark),
    path('M64 94H176L170 182H70Z', paint.main.round),
    pane(72, 28),
    pane(105, 30),
    pane(140, 28),
    box([60, 178, 120, 12, 5], paint.main.dark),
    path('M78 190H162L172 206H68Z', paint.main.round),
    shine('M62 86H100', 3),
  ].join('');
}

export function burner(paint: Paint): string {
  return [
    shadow([120, 206, 52, 8]),
    fade(0.7, stroke('M112 40C98 28 126 20 112 4M130 42C144 28 122 20 138 8', '#fff', 5)),
    path('M76 206L96 182H144L164 206Z', paint.accent.base),
    box([108, 164, 24, 22], paint.main.round),
    path('M56 124C58 158 88 170 120 170C152 170 182 158 184 124Z', paint.main.round),
    box([48, 114, 144, 13, 6], paint.accent.base),
    path('M58 114C58 82 96 74 108 54H132C144 74 182 82 182 114Z', paint.main.round),
    disc([120, 48, 10], paint.accent.base),
    starRow(3, (index) => [88 + index * 32, index === 1 ? 92 : 98, 10], paint.accent.dark),
    starRow(3, (index) => [88 + index * 32, index === 1 ? 92 : 98, 5], '#ff9a3c'),
    starRow(5, (index) => [76 + index * 22, 142 + (2 - Math.abs(index - 2)) * 3, 7], paint.accent.base),
    stroke('M186 128C218 128 218 160 178 156', paint.accent.base, 6),
    shine('M68 104C72 92 84 86 94 80', 5),
  ].join('');
}

export function sprinkler(paint: Paint): string {
  return [
    shadow([120, 206, 48, 8]),
    fade(
      0.8,
      disc([98, 22, 3], '#fff'),
      disc([142, 20, 3], '#fff'),
      disc([88, 38, 2.5], '#fff'),
      disc([152, 36, 2.5], '#fff'),
      disc([120, 12, 3], '#fff'),
    ),
    path('M106 30H134L127 46C125 82 128 96 132 112H108C112 96 115 82 113 46Z', paint.main.round),
    oval([120, 30, 14, 5], paint.accent.base),
    box([104, 104, 32, 10, 5], paint.accent.base),
    path('M84 206L104 188H136L156 206Z', paint.main.round),
    path(
      'M108 112C64 116 52 146 64 170C74 188 96 194 120 194C144 194 166 188 176 170C188 146 176 116 132 112Z',
      paint.main.round,
    ),
    starLine([120, 152, 27], paint.accent.base, 3),
    star([120, 152, 15], paint.accent.base),
    fade(0.8, stroke('M64 152C72 142 80 142 88 150M152 150C160 142 168 142 176 152', paint.accent.base, 3)),
    box([112, 64, 16, 6, 3], paint.accent.base),
    shine('M74 138C70 150 72 162 80 172', 6),
  ].join('');
}

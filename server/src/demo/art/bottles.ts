import { roseHead } from './ornament';
import { label, type Paint, shadow, shine } from './paint';
import { box, disc, enlarged, fade, oval, path, polygon, stroke, times } from './svg';

export function dropper(paint: Paint): string {
  const body =
    'M107 92C107 106 78 106 78 132V188a16 16 0 0 0 16 16H146a16 16 0 0 0 16-16V132C162 106 133 106 133 92Z';
  return enlarged(
    shadow([120, 203, 52, 9]),
    path('M107 64V42C107 24 133 24 133 42V64Z', paint.accent.round),
    box([100, 60, 40, 26, 4], paint.accent.dark),
    stroke('M107 64v18M113.5 64v18M120 64v18M126.5 64v18M133 64v18', paint.accent.light, 1.2),
    path(body, paint.main.round),
    fade(0.5, stroke('M120 92V130', paint.main.light, 5)),
    label(paint, [78, 134, 84, 50]),
    shine('M88 128V190'),
  );
}

export function tallBottle(paint: Paint): string {
  return enlarged(
    shadow([120, 204, 48, 9]),
    path(
      'M108 46V84C108 104 80 106 80 136V192a12 12 0 0 0 12 12H148a12 12 0 0 0 12-12V136C160 106 132 104 132 84V46Z',
      paint.main.round,
    ),
    box([107, 22, 26, 24, 4], paint.accent.round),
    box([103, 42, 34, 9, 4], paint.main.dark),
    box([108, 66, 24, 9], paint.accent.base),
    label(paint, [80, 132, 80, 56]),
    shine('M89 128V192'),
    shine('M113 56V82', 3),
  );
}

export function vial(paint: Paint): string {
  return enlarged(
    shadow([120, 204, 40, 8]),
    box([84, 74, 72, 130, 24], '#eef3ef'),
    path('M90 116H150V182a16 16 0 0 1-16 16H106a16 16 0 0 1-16-16Z', paint.main.round),
    oval([120, 116, 30, 6], paint.main.light),
    box([100, 40, 40, 30, 5], paint.accent.round),
    box([94, 64, 52, 14, 5], '#d8e0da'),
    fade(0.6, disc([108, 176, 4], paint.main.light), disc([132, 162, 3], paint.main.light)),
    label(paint, [98, 132, 44, 40]),
    shine('M94 96V178', 5),
  );
}

export function pump(paint: Paint): string {
  return enlarged(
    shadow([120, 204, 50, 9]),
    box([115, 58, 10, 34], paint.accent.dark),
    path('M66 58q0-14 14-14h46a16 16 0 0 1 16 16v10h-42v-6H82v10H66Z', paint.accent.round),
    box([100, 82, 40, 22, 5], paint.accent.round),
    stroke('M108 86v14M116 86v14M124 86v14M132 86v14', paint.accent.dark, 1.2),
    path(
      'M96 102H144C158 102 162 112 162 124V190a14 14 0 0 1-14 14H92a14 14 0 0 1-14-14V124C78 112 82 102 96 102Z',
      paint.main.round,
    ),
    label(paint, [78, 130, 84, 52]),
    shine('M88 122V190'),
  );
}

export function spray(paint: Paint): string {
  const mist: readonly (readonly [number, number, number])[] = [
    [84, 58, 3],
    [72, 50, 4],
    [70, 66, 3],
    [56, 58, 4.5],
    [52, 42, 3],
    [50, 76, 3.5],
    [38, 54, 3],
  ];
  return enlarged(
    shadow([122, 204, 42, 8]),
    ...mist.map((drop) => fade(0.85, disc(drop, '#fff'))),
    box([104, 44, 34, 34, 8], paint.accent.round),
    disc([108, 58, 4], paint.accent.deep),
    box([97, 74, 48, 22, 5], paint.accent.dark),
    path(
      'M98 94H144C154 94 158 100 158 110V188a16 16 0 0 1-16 16H100a16 16 0 0 1-16-16V110C84 100 88 94 98 94Z',
      paint.main.round,
    ),
    label(paint, [84, 124, 74, 54]),
    shine('M93 114V188', 5),
  );
}

export function flacon(paint: Paint): string {
  return enlarged(
    shadow([120, 204, 58, 9]),
    path(
      polygon([
        [120, 22],
        [148, 46],
        [134, 72],
        [106, 72],
        [92, 46],
      ]),
      paint.accent.round,
    ),
    fade(0.55, stroke('M92 46H148M120 22L110 46L106 72M120 22L130 46L134 72', paint.accent.light, 1.6)),
    box([106, 70, 28, 20, 3], paint.main.dark),
    path(
      'M108 86H132C176 92 186 132 178 164C172 190 158 204 144 204H96C82 204 68 190 62 164C54 132 64 92 108 86Z',
      paint.main.round,
    ),
    fade(
      0.4,
      path(
        'M66 140C90 150 150 128 176 140C186 176 164 204 144 204H96C74 204 54 174 66 140Z',
        paint.main.dark,
      ),
    ),
    oval([120, 150, 36, 34], paint.paper),
    roseHead([120, 148, 17], { petal: paint.accent.base, heart: paint.accent.dark, leaf: '#5f8a4a' }),
    shine('M76 122C70 140 72 164 82 182'),
  );
}

export function flatBottle(paint: Paint): string {
  return enlarged(
    shadow([120, 204, 60, 9]),
    box([98, 44, 44, 34, 6], paint.accent.round),
    stroke(
      times(6, (index) => `M${104 + index * 6.4} 50v22`),
      paint.accent.dark,
      1.2,
    ),
    box([104, 76, 32, 14], paint.main.dark),
    path(
      'M92 88H148C166 88 176 98 176 116V184a20 20 0 0 1-20 20H84a20 20 0 0 1-20-20V116C64 98 74 88 92 88Z',
      paint.main.round,
    ),
    fade(0.5, stroke('M72 120C72 104 80 97 94 97H146', paint.main.light, 2)),
    box([82, 116, 76, 66, 6], paint.paper),
    label(paint, [86, 120, 68, 58]),
    shine('M73 122V184', 5),
  );
}

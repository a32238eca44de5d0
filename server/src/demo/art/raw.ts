import { leaf, roseBud, star, starRow } from './ornament';
import { type Paint, shadow, shine } from './paint';
import { box, type Disc, disc, fade, moved, oval, path, polar, stroke, times } from './svg';

export function stones(paint: Paint): string {
  const lump = (whole: string, lit: string, side: string): string =>
    path(whole, paint.main.dark) + path(lit, paint.main.light) + path(side, paint.main.base);
  return [
    shadow([120, 194, 92, 16]),
    lump(
      'M96 62L150 56 178 92 160 130 104 132 78 96Z',
      'M96 62L150 56 136 92 78 96Z',
      'M136 92L150 56 178 92 160 130Z',
    ),
    lump(
      'M34 140L84 108 124 134 118 186 58 196 30 172Z',
      'M34 140L84 108 124 134 80 148Z',
      'M80 148L124 134 118 186 90 192Z',
    ),
    lump(
      'M126 146L170 116 212 142 208 184 156 200 122 184Z',
      'M126 146L170 116 212 142 166 158Z',
      'M166 158L212 142 208 184 164 198Z',
    ),
    fade(0.7, stroke('M92 80L130 76M52 134L92 126M146 140L184 132', paint.accent.light, 3)),
    disc([102, 204, 7], paint.main.base),
    disc([138, 208, 5], paint.main.base),
    disc([34, 202, 6], paint.main.base),
    disc([206, 204, 5], paint.main.base),
  ].join('');
}

export function clayCup(paint: Paint): string {
  return [
    shadow([120, 198, 62, 11]),
    path('M50 106C52 154 74 180 90 186L86 202H154L150 186C166 180 188 154 190 106Z', paint.main.round),
    oval([120, 106, 70, 26], paint.main.light),
    oval([120, 108, 61, 21], paint.accent.dark),
    oval([118, 106, 55, 17], paint.accent.base),
    fade(0.5, stroke('M82 102C100 92 130 92 146 98', paint.accent.light, 4)),
    times(7, (index) =>
      star(
        [72 + index * 16, 146 + (index === 0 || index === 6 ? -6 : index % 5 === 1 ? -1 : 2), 6.5],
        paint.main.light,
      ),
    ),
    stroke('M164 100L200 58', '#8a6a44', 7),
    disc([163, 101, 8], paint.accent.deep),
    shine('M62 124C66 142 74 158 84 168', 5),
  ].join('');
}

export function powderHeap(paint: Paint): string {
  return [
    shadow([120, 190, 92, 17]),
    oval([120, 180, 96, 24], paint.accent.dark),
    oval([120, 175, 96, 24], paint.accent.base),
    oval([120, 175, 82, 18], paint.accent.light),
    path('M46 176C74 164 92 78 122 70C150 78 168 162 194 176C176 192 66 192 46 176Z', paint.main.round),
    fade(
      0.5,
      path('M122 70C108 92 104 140 72 180C58 180 50 178 46 176C74 164 92 78 122 70Z', paint.main.light),
    ),
    fade(0.45, stroke('M132 92C138 112 142 130 152 150M118 116C116 136 112 150 104 164', paint.main.deep, 3)),
    ...(
      [
        [64, 160, 3],
        [180, 160, 3],
        [58, 186, 3.5],
        [188, 184, 3],
        [120, 192, 3],
        [88, 196, 2.5],
        [158, 194, 3],
      ] as const
    ).map((grain) => disc(grain, paint.main.dark)),
    stroke('M176 96L150 148', '#9a6d3f', 8),
    oval([147, 152, 13, 9], '#7d5530'),
  ].join('');
}

export function spiceBowl(paint: Paint): string {
  return [
    shadow([120, 204, 60, 9]),
    path('M60 122C82 108 96 58 120 46C146 58 158 108 180 122C168 142 72 142 60 122Z', paint.main.round),
    fade(
      0.45,
      path('M120 46C108 70 100 110 78 134C68 132 62 128 60 122C82 108 96 58 120 46Z', paint.main.light),
    ),
    ...(
      [
        [110, 84, 2.5],
        [134, 96, 2.5],
        [120, 112, 3],
        [146, 118, 2.5],
        [96, 116, 2.5],
        [126, 72, 2],
      ] as const
    ).map((grain) => disc(grain, paint.main.deep)),
    path(
      'M40 122C44 176 78 196 92 196L88 206H152L148 196C162 196 196 176 200 122C176 142 64 142 40 122Z',
      '#f4efe2',
    ),
    path(
      'M42 134C66 154 174 154 198 134C197 142 195 148 192 155C168 172 72 172 48 155C45 148 43 142 42 134Z',
      paint.accent.base,
    ),
    starRow(7, (index) => [66 + index * 18, 152 + (3 - Math.abs(index - 3)) * 2, 7], '#f4efe2'),
    fade(0.14, path('M152 196C176 190 198 166 200 122L180 132C176 166 164 186 148 196Z', '#1d120c')),
    stroke('M64 176C80 190 160 190 176 176', paint.accent.base, 3),
  ].join('');
}

export function saffronTin(paint: Paint): string {
  const thread = (index: number): string => {
    const [x, y] = polar([120, 108, 14 + (index % 4) * 12], index * 47);
    const bend = index % 2 ? 14 : -14;
    return stroke(
      `M${Math.round(x - 18)} ${Math.round(108 + (y - 108) * 0.5)}q18 ${bend} 36 ${-bend / 2}`,
      index % 3 ? paint.main.base : paint.main.light,
      3.6,
    );
  };
  return [
    shadow([120, 188, 84, 14]),
    path('M38 112V164C38 206 202 206 202 164V112Z', paint.accent.round),
    path('M38 134C60 168 180 168 202 134V150C180 184 60 184 38 150Z', paint.paper),
    star([120, 168, 12], paint.main.base),
    fade(0.8, star([78, 162, 8], paint.main.base), star([162, 162, 8], paint.main.base)),
    oval([120, 112, 82, 36], paint.accent.light),
    oval([120, 114, 73, 30], paint.main.deep),
    path('M56 112C66 78 96 70 120 68C146 68 176 80 184 112C168 136 72 136 56 112Z', paint.main.dark),
    times(17, thread),
  ].join('');
}

export function herbBundle(paint: Paint): string {
  const pairs = [-30, -51, -72, -93, -114];
  const left = pairs.map((y) => `M0 ${y}c-16 1-27-8-28-24c16 0 27 8 28 24z`).join('');
  const right = pairs.map((y) => `M0 ${y}c16 1 27-8 28-24c-16 0-27 8-28 24z`).join('');
  const tip = 'M0 -114c-12-10-10-26 0-36c10 10 12 26 0 36z';
  const sprig = (degrees: number): string =>
    moved(
      `translate(120 174) rotate(${degrees})`,
      stroke('M0 36V-120', paint.main.deep, 3),
      path(left, paint.main.dark),
      path(right, paint.main.base),
      path(tip, paint.main.light),
      fade(0.6, stroke(pairs.map((y) => `M6 ${y - 5}l13-12`).join(''), paint.main.light, 2)),
    );
  return [
    shadow([120, 206, 44, 7]),
    ...[-42, 42, -15, 15].map(sprig),
    box([100, 166, 40, 16, 6], paint.accent.base),
    stroke('M102 171H138M102 177H138', paint.accent.dark, 1.6),
    stroke('M134 174c18-8 24 4 14 12M134 174c14 6 14 16 4 24', paint.accent.base, 3.5),
  ].join('');
}

export function rosebuds(paint: Paint): string {
  const buds: readonly Disc[] = [
    [66, 116, 20],
    [174, 116, 20],
    [96, 92, 23],
    [144, 90, 24],
    [92, 126, 20],
    [148, 126, 20],
    [120, 112, 23],
  ];
  const tones = { petal: paint.main.base, heart: paint.main.deep, leaf: paint.accent.base };
  return [
    shadow([120, 202, 66, 10]),
    leaf({ x: 62, y: 130, length: 44, degrees: -58 }, paint.accent.dark),
    leaf({ x: 178, y: 130, length: 44, degrees: 58 }, paint.accent.dark),
    leaf({ x: 104, y: 92, length: 36, degrees: -30 }, paint.accent.base),
    leaf({ x: 138, y: 92, length: 36, degrees: 30 }, paint.accent.base),
    ...buds.slice(0, 4).map((bud) => roseBud(bud, tones)),
    ...buds
      .slice(4)
      .map((bud) => roseBud(bud, { ...tones, petal: paint.main.light, heart: paint.main.dark })),
    path('M36 128C42 178 72 202 92 204H148C168 202 198 178 204 128C180 150 60 150 36 128Z', '#e9dcc6'),
    fade(0.5, path('M150 204C176 198 200 172 204 128L184 139C180 172 168 192 150 204Z', '#b79f7c')),
    stroke('M48 152C76 176 164 176 192 152', paint.main.base, 3),
    starRow(5, (index) => [80 + index * 20, 178 + (2 - Math.abs(index - 2)) * 3, 6.5], paint.main.base),
  ].join('');
}

export function cubes(paint: Paint): string {
  const cube = (x: number, y: number): string =>
    moved(
      `translate(${x} ${y})`,
      path('M0 0L44 -22V22L0 44Z', paint.main.dark),
      path('M0 0L-44 -22V22L0 44Z', paint.main.base),
      path('M0 0L44 -22 0 -44 -44 -22Z', paint.main.light),
      moved('translate(0 -22) scale(1 .5)', star([0, 0, 22], paint.accent.base)),
    );
  return [
    shadow([122, 190, 88, 15]),
    cube(76, 142),
    cube(166, 146),
    cube(121, 92),
    fade(0.35, stroke('M40 130L66 143M130 134L156 147M84 82L112 96', '#fff', 4)),
  ].join('');
}

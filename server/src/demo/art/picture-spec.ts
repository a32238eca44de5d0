/** Every silhouette the demo catalogue can draw. */
export const shapes = [
  'dropper',
  'tall-bottle',
  'vial',
  'pump',
  'spray',
  'flacon',
  'flat-bottle',
  'jar',
  'honey-jar',
  'tub',
  'soap-bar',
  'soap-stack',
  'gift-box',
  'carton',
  'tin',
  'pouch',
  'kraft-bag',
  'sachet',
  'stones',
  'clay-cup',
  'powder-heap',
  'spice-bowl',
  'saffron-tin',
  'herb-bundle',
  'rosebuds',
  'lemon-jar',
  'cubes',
  'candle',
  'tadelakt',
  'glove',
  'towel',
  'basin',
  'tea-glass',
  'tumblers',
  'teapot',
  'tray',
  'lantern',
  'sugar-bowl',
  'burner',
  'sprinkler',
  'jug',
  'mortar',
  'babouche',
  'slipper',
  'satchel',
  'pouf',
  'wallet',
  'tajine',
  'bowl',
  'plate',
  'coasters',
] as const;

export type Shape = (typeof shapes)[number];

/** What to draw and in which colours, each `#rrggbb`. */
export interface PictureSpec {
  shape: Shape;
  /** The thing itself: glass, clay, cloth, leather. */
  main: string;
  /** Lid, leaf, band or trim. */
  accent: string;
  /** Background; it sets the tone of the tile in the grid. */
  ground: string;
}

import { basin, glove, towel } from './bath';
import { dropper, flacon, flatBottle, pump, spray, tallBottle, vial } from './bottles';
import { burner, lantern, sprinkler } from './brasswork';
import { bowl, coasters, plate, tajine } from './ceramics';
import { candle, honeyJar, jar, lemonJar, tadelakt, tub } from './jars';
import { babouche, pouf, satchel, slipper, wallet } from './leatherwork';
import { carton, giftBox, kraftBag, pouch, sachet, soapBar, soapStack, tin } from './packs';
import { type Paint, paintFor } from './paint';
import type { PictureSpec, Shape } from './picture-spec';
import { clayCup, cubes, herbBundle, powderHeap, rosebuds, saffronTin, spiceBowl, stones } from './raw';
import { jug, mortar, sugarBowl, teaGlass, teapot, tray, tumblers } from './tableware';

const drawings: Record<Shape, (paint: Paint) => string> = {
  dropper,
  'tall-bottle': tallBottle,
  vial,
  pump,
  spray,
  flacon,
  'flat-bottle': flatBottle,
  jar,
  'honey-jar': honeyJar,
  tub,
  'soap-bar': soapBar,
  'soap-stack': soapStack,
  'gift-box': giftBox,
  carton,
  tin,
  pouch,
  'kraft-bag': kraftBag,
  sachet,
  stones,
  'clay-cup': clayCup,
  'powder-heap': powderHeap,
  'spice-bowl': spiceBowl,
  'saffron-tin': saffronTin,
  'herb-bundle': herbBundle,
  rosebuds,
  'lemon-jar': lemonJar,
  cubes,
  candle,
  tadelakt,
  glove,
  towel,
  basin,
  'tea-glass': teaGlass,
  tumblers,
  teapot,
  tray,
  lantern,
  'sugar-bowl': sugarBowl,
  burner,
  sprinkler,
  jug,
  mortar,
  babouche,
  slipper,
  satchel,
  pouf,
  wallet,
  tajine,
  bowl,
  plate,
  coasters,
};

/** Draws a product as a square SVG of its own (240 × 240): no words, no scripts, nothing loaded from elsewhere. */
export function drawProduct(spec: PictureSpec): string {
  const paint = paintFor(spec);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" stroke-linecap="round" stroke-linejoin="round">${paint.defs}${paint.backdrop}${drawings[spec.shape](paint)}</svg>`;
}

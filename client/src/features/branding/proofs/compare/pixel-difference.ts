/** Pixels in rows, four bytes each: red, green, blue and how much they cover. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}
export interface Difference {
  readonly heat: Pixels;
  /** Pixels that changed, of a hundred. */
  readonly percent: number;
}

/** How far two colours are apart before it is a change and no trace of the encoder; of 255. */
const NOISE = 12;
const FULL = 160;
/** From a pale to a dark end through one rising lightness, readable without telling red from green. */
const PALE = [255, 233, 140] as const;
const DEEP = [128, 20, 110] as const;
const GREY_SHARE = 0.25;

/** Brightness as the eye weighs it, over white where nothing covers. */
function lightAt({ data }: Pixels, at: number): number {
  const cover = (data[at + 3] ?? 0) / 255;
  const light = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  return light * cover + 255 * (1 - cover);
}

/** The largest distance of one colour part, over white where nothing covers. */
function distanceAt(one: Pixels, other: Pixels, at: number): number {
  const coverOne = (one.data[at + 3] ?? 0) / 255;
  const coverOther = (other.data[at + 3] ?? 0) / 255;
  const white = 255 * (coverOther - coverOne);
  let most = 0;
  for (let part = 0; part < 3; part += 1) {
    const apart = (one.data[at + part] ?? 0) * coverOne - (other.data[at + part] ?? 0) * coverOther + white;
    most = Math.max(most, Math.abs(apart));
  }
  return most;
}

/** What changed between two pictures of one size: a pale grey ground, and changes from yellow to deep purple. */
export function differenceOf(one: Pixels, other: Pixels): Difference {
  const { width, height } = one;
  const heat = new Uint8ClampedArray(width * height * 4);
  let changed = 0;
  for (let at = 0; at < heat.length; at += 4) {
    const distance = distanceAt(one, other, at);
    const isChanged = distance > NOISE;
    if (isChanged) changed += 1;
    const strength = Math.min(1, (distance - NOISE) / (FULL - NOISE));
    const ground = 255 - (255 - lightAt(other, at)) * GREY_SHARE;
    for (let part = 0; part < 3; part += 1) {
      const pale = PALE[part] ?? 0;
      heat[at + part] = isChanged ? pale + ((DEEP[part] ?? 0) - pale) * strength : ground;
    }
    heat[at + 3] = 255;
  }
  return { heat: { width, height, data: heat }, percent: (changed / Math.max(width * height, 1)) * 100 };
}

/** Said with one decimal, and never as nothing while there is something. */
export function saidPercent(percent: number): number {
  if (percent === 0) return 0;
  return Math.max(Math.round(percent * 10) / 10, 0.1);
}

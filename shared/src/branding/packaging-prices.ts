import type { Currency } from '../kernel/currency';
import type { Finish, PackagingStyle } from './packaging-words';

/** Price of one piece in 10⁻⁴ of the major unit, stated for each currency: none is calculated from another. */
export type Prices = Readonly<Partial<Record<Currency, number>>>;
export interface AreaTier {
  /** Up to this many square centimetres of cut sheet. */
  readonly upToCm2: number;
  readonly per10k: Prices;
}

/** From the smallest sheet to the largest one that is made. */
export const AREA_TIERS: Readonly<Record<PackagingStyle, readonly AreaTier[]>> = {
  'folding-carton': [
    { upToCm2: 300, per10k: { SAR: 14_000, AED: 13_700, USD: 3750, EUR: 3450, NOK: 38_500 } },
    { upToCm2: 700, per10k: { SAR: 21_000, AED: 20_600, USD: 5600, EUR: 5150, NOK: 57_750 } },
    { upToCm2: 1500, per10k: { SAR: 32_000, AED: 31_350, USD: 8550, EUR: 7850, NOK: 88_000 } },
    { upToCm2: 40_000, per10k: { SAR: 56_000, AED: 54_900, USD: 14_950, EUR: 13_700, NOK: 154_000 } },
  ],
  mailer: [
    { upToCm2: 1200, per10k: { SAR: 38_000, AED: 37_250, USD: 10_150, EUR: 9300, NOK: 104_500 } },
    { upToCm2: 2500, per10k: { SAR: 58_000, AED: 56_850, USD: 15_500, EUR: 14_200, NOK: 159_500 } },
    { upToCm2: 5000, per10k: { SAR: 92_000, AED: 90_150, USD: 24_550, EUR: 22_550, NOK: 253_000 } },
    { upToCm2: 60_000, per10k: { SAR: 150_000, AED: 147_000, USD: 40_050, EUR: 36_750, NOK: 412_500 } },
  ],
  pouch: [
    { upToCm2: 400, per10k: { SAR: 16_000, AED: 15_700, USD: 4250, EUR: 3900, NOK: 44_000 } },
    { upToCm2: 900, per10k: { SAR: 24_000, AED: 23_500, USD: 6400, EUR: 5900, NOK: 66_000 } },
    { upToCm2: 2000, per10k: { SAR: 38_000, AED: 37_250, USD: 10_150, EUR: 9300, NOK: 104_500 } },
    { upToCm2: 20_000, per10k: { SAR: 61_000, AED: 59_800, USD: 16_300, EUR: 14_950, NOK: 167_750 } },
  ],
  'bottle-label': [
    { upToCm2: 60, per10k: { SAR: 12_500, AED: 12_250, USD: 3350, EUR: 3050, NOK: 34_400 } },
    { upToCm2: 120, per10k: { SAR: 16_000, AED: 15_700, USD: 4250, EUR: 3900, NOK: 44_000 } },
    { upToCm2: 300, per10k: { SAR: 23_000, AED: 22_550, USD: 6150, EUR: 5650, NOK: 63_250 } },
    { upToCm2: 5000, per10k: { SAR: 38_000, AED: 37_250, USD: 10_150, EUR: 9300, NOK: 104_500 } },
  ],
  'jar-label': [
    { upToCm2: 90, per10k: { SAR: 14_500, AED: 14_200, USD: 3850, EUR: 3550, NOK: 39_900 } },
    { upToCm2: 180, per10k: { SAR: 18_500, AED: 18_150, USD: 4950, EUR: 4550, NOK: 50_900 } },
    { upToCm2: 400, per10k: { SAR: 26_000, AED: 25_500, USD: 6950, EUR: 6350, NOK: 71_500 } },
    { upToCm2: 6000, per10k: { SAR: 43_000, AED: 42_150, USD: 11_500, EUR: 10_550, NOK: 118_250 } },
  ],
  sleeve: [
    { upToCm2: 300, per10k: { SAR: 11_000, AED: 10_800, USD: 2950, EUR: 2700, NOK: 30_250 } },
    { upToCm2: 700, per10k: { SAR: 16_500, AED: 16_150, USD: 4400, EUR: 4050, NOK: 45_400 } },
    { upToCm2: 1500, per10k: { SAR: 25_000, AED: 24_500, USD: 6700, EUR: 6100, NOK: 68_750 } },
    { upToCm2: 20_000, per10k: { SAR: 42_000, AED: 41_150, USD: 11_200, EUR: 10_300, NOK: 115_500 } },
  ],
  tape: [
    { upToCm2: 200, per10k: { SAR: 1500, AED: 1450, USD: 400, EUR: 350, NOK: 4100 } },
    { upToCm2: 600, per10k: { SAR: 2500, AED: 2450, USD: 650, EUR: 600, NOK: 6900 } },
    { upToCm2: 6000, per10k: { SAR: 4500, AED: 4400, USD: 1200, EUR: 1100, NOK: 12_400 } },
  ],
  tissue: [
    { upToCm2: 2000, per10k: { SAR: 4500, AED: 4400, USD: 1200, EUR: 1100, NOK: 12_400 } },
    { upToCm2: 4000, per10k: { SAR: 7000, AED: 6850, USD: 1850, EUR: 1700, NOK: 19_250 } },
    { upToCm2: 40_000, per10k: { SAR: 12_000, AED: 11_750, USD: 3200, EUR: 2950, NOK: 33_000 } },
  ],
  'insert-card': [
    { upToCm2: 100, per10k: { SAR: 3500, AED: 3450, USD: 950, EUR: 850, NOK: 9600 } },
    { upToCm2: 220, per10k: { SAR: 5000, AED: 4900, USD: 1350, EUR: 1200, NOK: 13_750 } },
    { upToCm2: 700, per10k: { SAR: 8500, AED: 8350, USD: 2250, EUR: 2100, NOK: 23_400 } },
    { upToCm2: 8000, per10k: { SAR: 16_000, AED: 15_700, USD: 4250, EUR: 3900, NOK: 44_000 } },
  ],
  sticker: [
    { upToCm2: 25, per10k: { SAR: 2000, AED: 1950, USD: 550, EUR: 500, NOK: 5500 } },
    { upToCm2: 60, per10k: { SAR: 3000, AED: 2950, USD: 800, EUR: 750, NOK: 8250 } },
    { upToCm2: 160, per10k: { SAR: 5000, AED: 4900, USD: 1350, EUR: 1200, NOK: 13_750 } },
    { upToCm2: 4000, per10k: { SAR: 11_000, AED: 10_800, USD: 2950, EUR: 2700, NOK: 30_250 } },
  ],
};

/** What each finish adds to a piece. */
export const FINISH_PRICES: Readonly<Record<Finish, Prices>> = {
  matt: { SAR: 500, AED: 500, USD: 150, EUR: 100, NOK: 1400 },
  gloss: { SAR: 500, AED: 500, USD: 150, EUR: 100, NOK: 1400 },
  'soft-touch': { SAR: 2500, AED: 2450, USD: 650, EUR: 600, NOK: 6900 },
  foil: { SAR: 3500, AED: 3450, USD: 950, EUR: 850, NOK: 9600 },
  emboss: { SAR: 3000, AED: 2950, USD: 800, EUR: 750, NOK: 8250 },
  'spot-uv': { SAR: 2500, AED: 2450, USD: 650, EUR: 600, NOK: 6900 },
};

/** What printing the other side adds to a piece. */
export const SECOND_SIDE_PRICE: Prices = { SAR: 1500, AED: 1450, USD: 400, EUR: 350, NOK: 4100 };
/** What each spot colour adds to a piece. */
export const SPOT_INK_PRICE: Prices = { SAR: 1000, AED: 1000, USD: 250, EUR: 250, NOK: 2750 };

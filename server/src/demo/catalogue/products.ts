import { brass } from './brass';
import { clay } from './clay';
import { floral } from './floral';
import { hammam } from './hammam';
import { leather } from './leather';
import { oils } from './oils';
import { spices } from './spices';
import { tea } from './tea';
import type { DemoProduct } from './types';

/** Every good of the demo store, in the order of `demoCategories`; the same on every start. */
export const demoProducts: DemoProduct[] = [
  ...oils,
  ...hammam,
  ...clay,
  ...floral,
  ...tea,
  ...spices,
  ...brass,
  ...leather,
];

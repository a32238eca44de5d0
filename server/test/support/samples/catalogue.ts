import { GOODS } from '../world-company';
import type { Samples } from './sample';

export const catalogueSamples: Samples = {
  'catalogue.picture': () => ({ params: { id: GOODS.product } }),
};

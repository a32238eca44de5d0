import type { Samples } from './sample';

export const brandingSamples: Samples = {
  'branding.logo': ({ company }) => ({ params: { id: company.brandId } }),
};

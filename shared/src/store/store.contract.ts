import { sellerEndpoints } from './seller.contract';
import { staffEndpoints } from './staff.contract';

export const storeEndpoints = [...sellerEndpoints, ...staffEndpoints];

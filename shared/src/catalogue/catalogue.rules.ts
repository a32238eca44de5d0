/** The lists the goods have prices in, in each trade currency. */
export const PRICE_LISTS = ['trade-a', 'trade-b'] as const;
export type PriceList = (typeof PRICE_LISTS)[number];

/** The published trade prices. */
export const PUBLISHED_PRICE_LIST: PriceList = 'trade-b';

/** The list a company buys at: the one its approval set, the published one as long as none is set. */
export const priceListOf = (own: PriceList | null): PriceList => own ?? PUBLISHED_PRICE_LIST;

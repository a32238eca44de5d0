/** True in `npm run test:long`: what repeats does so many times, and what is large is as large as it gets. */
export const isLong = process.env.QAFILA_LONG === '1';

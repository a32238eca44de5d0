/** True in `npm run test:long`: what is played in one language otherwise is played in both. */
export const isLong = process.env.QAFILA_LONG === '1';

/** True in `npm run test:long`, where heavy repetitions have their time. */
export const IS_LONG_RUN = process.env.QAFILA_LONG !== undefined;

const RIYADH_DAY = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
  timeZone: 'Asia/Riyadh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day of a moment in Riyadh, `YYYY-MM-DD`. */
export const riyadhDay = (at: Date): string => RIYADH_DAY.format(at);

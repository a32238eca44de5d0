/**
 * The languages that a journey is played in: one by `npm test`, both by `npm run test:long`. What is promised in both
 * is played in both always: the main job, a brand's whole line, applications, people, lost phones, acting for a trader,
 * and money; see docs/decisions/0015.
 */
export const languagesOf = (one: 'en' | 'ar'): readonly ('en' | 'ar')[] =>
  process.env.QAFILA_LONG === '1' ? ['en', 'ar'] : [one];

import { fold } from '@qafila/shared/shipping/fold';

/** Everything of the store that a recipient must never meet. */
const OF_THE_STORE = [
  'qafila',
  'قافلة',
  '310998877600003',
  '7009988776',
  '114001234',
  '550077001',
  'Al Kharj Road',
  'بنك نجد',
  'localhost',
];

/** What of the store stands in a text, as it is written and as a search would fold it. */
export function ofTheStore(text: string): string[] {
  const folded = fold(text);
  return OF_THE_STORE.filter((word) => folded.includes(fold(word)));
}

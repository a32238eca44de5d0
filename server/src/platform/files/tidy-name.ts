const NAME_LENGTH = 80;

/** The last part of a file's name as it is shown: no path, nothing invisible. */
export function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const shown = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return (shown === '' ? 'document' : shown).slice(-NAME_LENGTH);
}

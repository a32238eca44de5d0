/** A name inside a sentence of either direction: it keeps its own. */
export const named = (name: string): string => `\u2068${name}\u2069`;

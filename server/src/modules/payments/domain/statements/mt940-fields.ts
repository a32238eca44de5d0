import { NotReadable } from './not-readable';

/** One field of a message: its tag, its lines as they stand, and where it began. */
export interface Field {
  readonly tag: string;
  readonly lines: readonly string[];
  /** Line of the file, counted from 1. */
  readonly at: number;
}

/** Tags of MT940; anything else that looks like one is text of a `:86:`, or a field of the bank's own. */
const TAGS = new Set('20 21 25 25P 28 28C 60F 60M 61 86 62F 62M 64 65 13D 34F 90C 90D NS'.split(' '));
const TAG = /^:([0-9A-Z]{2,3}):(.*)$/;
/** Blocks of the network around a message: `{1:…}{2:…}{4:` before, `-}` after. */
const ENVELOPE = /^(?:\{[123]:[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*\{4:/;
const END = /^-\}?(\{|\s*$)/;

export const placeOf = (field: Field): string => `L${field.at} :${field.tag}:`;

/**
 * The messages of an MT940 file. What stands outside of a message is the bank's or the network's: envelopes, header
 * lines, the dash at the end. A message begins at `:20:`, whether the one before it was closed or not.
 */
export function messagesOf(text: string): Field[][] {
  const messages: OpenField[][] = [];
  let isOpen = false;
  text.split(/\r\n|\r|\n/).forEach((raw, i) => {
    const line = raw.replace(ENVELOPE, '');
    const field = messages.at(-1)?.at(-1);
    const next = fieldIn(line, i + 1, field);
    if (next?.tag === '20') messages.push([next]);
    else if (next && field === undefined) throw new NotReadable(`${placeOf(next)} before :20:`);
    else if (next) messages.at(-1)?.push(next);
    // A lone dash may also stand in a text: a field after it belongs to the same message.
    isOpen = next !== undefined || (isOpen && !END.test(line));
    if (!next && isOpen && line.trim() !== '') field?.lines.push(line);
  });
  if (messages.length === 0) throw new NotReadable(':20:');
  return messages;
}

interface OpenField extends Field {
  readonly lines: string[];
}

function fieldIn(line: string, at: number, before: Field | undefined): OpenField | undefined {
  const [, tag, rest = ''] = TAG.exec(line) ?? [];
  if (tag === undefined || (!TAGS.has(tag) && before?.tag === '86')) return undefined;
  return { tag, lines: [rest], at };
}

/** The only field of the wanted tags. Throws with the message's place when there is none, or two. */
export function onlyField(message: readonly Field[], tags: readonly string[]): Field {
  const [found, second] = message.filter(({ tag }) => tags.includes(tag));
  const start = message[0];
  if (second) throw new NotReadable(`${placeOf(second)} twice`);
  if (!found) throw new NotReadable(`L${start?.at ?? 1} :20: without :${tags.join(':|:')}:`);
  return found;
}

import * as ts from 'typescript';
import type { CheckedFile } from './tree';

/** An event name and the place where it is written. */
export interface EmittedEvent {
  readonly name: string;
  readonly place: string;
}

const NAME = /^[a-z]+\.[a-z]+(_[a-z]+)*$/;

/** Names given as `event: …` anywhere in a file, both of a choice included. */
export const emittedEvents = (file: CheckedFile): EmittedEvent[] =>
  file
    .every(ts.isPropertyAssignment)
    .filter((node) => node.name.getText(file.ast) === 'event')
    .flatMap((node) => textsIn(node.initializer))
    // Notices have an `event` too, named without a capability.
    .filter(({ text }) => text.includes('.'))
    .map((text) => ({ name: text.text, place: `${file.path}:${file.at(text).line}` }));

/** Every text of a file that has the form of an event's name. */
export const namedEvents = (file: CheckedFile): string[] =>
  file
    .every(ts.isStringLiteralLike)
    .map(({ text }) => text)
    .filter((text) => NAME.test(text));

function textsIn(node: ts.Expression): ts.StringLiteralLike[] {
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isConditionalExpression(node)) return [...textsIn(node.whenTrue), ...textsIn(node.whenFalse)];
  return ts.isParenthesizedExpression(node) ? textsIn(node.expression) : [];
}

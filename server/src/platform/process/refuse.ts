/** Ends a process that cannot start: a plain message for what the operator can mend, a stack for the rest. */
export function refuse(error: unknown, isExpected: boolean): void {
  const text =
    error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
  setImmediate(() => process.exit(1));
}

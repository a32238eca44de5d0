const GRACE_MS = 8000;

/**
 * Ends this process as SIGTERM would when the process that started it is gone, kill -9 included, so that
 * `npm start` leaves nothing behind. Call it first in an entry point. Without such a parent it does nothing.
 */
export function exitWithParent(): void {
  if (typeof process.send !== 'function') return;
  process.once('disconnect', endGracefully);
  // Listening keeps the channel, and with it a one-shot such as the migration, alive for ever.
  process.channel?.unref();
  if (!process.connected) endGracefully();
}

function endGracefully(): void {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
}

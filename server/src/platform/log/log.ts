import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config/config';

type Facts = Readonly<Record<string, unknown>>;

/** An error as a log line shows it: name, code and stack, never parameters of a statement. */
function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: 'not an error object' };
  const code: unknown = 'code' in error ? error.code : undefined;
  return { errorName: error.name, errorCode: code, message: error.message, stack: error.stack };
}

/** Structured logs: ids and facts only, by allow-list of the caller; no personal data. */
export class Log implements LoggerService {
  private readonly pino: Logger;

  /** Writes to standard output unless told where. */
  constructor(config: Pick<Config, 'values'>, to?: DestinationStream) {
    const options = {
      level: config.values.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
    };
    this.pino = to ? pino(options, to) : pino(options);
  }

  info(message: string, facts: Facts): void {
    this.pino.info(facts, message);
  }

  debug(message: unknown, facts?: Facts | string): void {
    this.pino.debug(typeof facts === 'object' ? facts : {}, String(message));
  }

  warn(message: unknown, facts?: Facts | string): void {
    this.pino.warn(typeof facts === 'object' ? facts : {}, String(message));
  }

  error(message: unknown, facts?: Facts | string): void {
    const given = typeof facts === 'object' ? facts : {};
    const { error, ...rest } = given as Record<string, unknown>;
    this.pino.error(error === undefined ? rest : { ...rest, ...errorFacts(error) }, String(message));
  }

  /** Nest's own start-up lines. */
  log(message: unknown): void {
    this.pino.debug(String(message));
  }
}

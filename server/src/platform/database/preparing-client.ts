import { Client, type ClientConfig } from 'pg';

const MARK = /^\s*\/\* prepared: ([a-z-]+) \*\//;

/**
 * A connection that plans a statement marked `/* prepared: name *\/` once and only binds it from then on. For the few
 * statements of every request: under row-level security planning one costs ten times what running it does. A pooler
 * between us and PostgreSQL has to know prepared statements (PgBouncer from 1.21).
 */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const send = this.query.bind(this) as (...given: readonly unknown[]) => unknown;
    const query = (statement: unknown, ...rest: readonly unknown[]): unknown => {
      const name = typeof statement === 'string' ? MARK.exec(statement)?.[1] : undefined;
      return name === undefined
        ? send(statement, ...rest)
        : send({ name, text: statement, values: rest[0] }, ...rest.slice(1));
    };
    this.query = query as Client['query'];
  }
}

import type { Logger } from 'typeorm';

const FRAME =
  /^\s*(?:\/\*.*?\*\/\s*)?(start transaction|begin|commit|rollback|savepoint|release|select set_config)/i;

/** Counts the statements sent to the database: tests assert them, so that a hidden query shows. */
export class StatementLog implements Logger {
  private kept: string[] | null = null;

  /** Begins to keep statements. */
  begin(): void {
    this.kept = [];
  }

  /** The statements since `begin`, without the frame of the transaction. */
  end(): string[] {
    const statements = this.kept ?? [];
    this.kept = null;
    return statements.filter((statement) => !FRAME.test(statement));
  }

  logQuery(query: string): void {
    this.kept?.push(query);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

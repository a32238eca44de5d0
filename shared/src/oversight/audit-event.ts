import type { Words } from '../kernel/locale';

/** What one kind of audit event means, and to whom it is shown. */
export interface AuditEventSpec extends Words {
  /** True when people of the company it is about see it in their own trail; false for what only the store sees. */
  readonly trader: boolean;
  /** Data was looked at, nothing was changed. Such rows answer “who looked at our data”. */
  readonly isRead?: true;
}
/** Events by name: `<capability>.<what_happened>`, in the past tense. */
export type AuditEventSpecs = Readonly<Record<string, AuditEventSpec>>;

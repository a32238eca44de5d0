import type { TraderRole } from '@qafila/shared/access/roles';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { ProblemParam } from '@qafila/shared/kernel/problem';
import type { NoticeEvent } from '@qafila/shared/notifications/notice-events';
import type { Tx } from '../database/unit-of-work';
import type { MailContent } from '../mail/mail-layout';

/** Who of the company is told; only active people of it are, whatever is asked. */
export type NoticeReaders =
  | { readonly personIds: readonly string[]; readonly roles?: readonly TraderRole[] }
  | { readonly personIds?: readonly string[]; readonly roles: readonly TraderRole[] };

/** One thing that happened, told to people of one company. */
export interface NewNotice {
  readonly companyId: string;
  readonly to: NoticeReaders;
  readonly event: NoticeEvent;
  /** Values of the event's sentence; kept sealed with the company's key. */
  readonly params: Readonly<Record<string, ProblemParam>>;
  /** Path inside the portal (`/orders/…`), or `null`. */
  readonly link: string | null;
  /** What the mail says beyond the event's sentence, in the reader's language. */
  readonly mail?: (locale: Locale) => Partial<Omit<MailContent, 'locale'>>;
}

/** Tells people of a company what happened; notifications implements it. */
export abstract class Notices {
  /**
   * Writes the notice into each reader's inbox and queues the mail, as that reader wishes: at once, after the quiet
   * hours, in the daily digest, or not at all. Two statements and one for each mail. Joins the open transaction.
   */
  abstract tell(tx: Tx, notice: NewNotice): Promise<void>;
}

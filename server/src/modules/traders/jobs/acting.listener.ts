import { Injectable } from '@nestjs/common';
import { unpackedReason } from '@qafila/shared/traders/acting.rules';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Notices } from '../../../platform/notices/notices';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import { People } from '../../identity/identity.api';
import { ACTING_BEGAN, type ActingBegan, COMPANY_MOVED, type CompanyMoved } from '../acting.api';
import { ACTING_MAIL_WORDS, ACTING_REASON_WORDS } from '../domain/acting-words';

const NOTICE = {
  suspend: 'company_suspended',
  activate: 'company_returned',
  close: 'company_closed',
} as const;

/** Tells the owners what the store does with their company. */
@Injectable()
export class ActingListener {
  constructor(
    private readonly notices: Notices,
    private readonly people: People,
  ) {}

  @Listens(ACTING_BEGAN)
  async onActing(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { reason, personId } = event.payload as unknown as ActingBegan;
    if (!event.companyId) return;
    const { code, text } = unpackedReason(reason);
    const who = (await this.people.contactsOf(tx, [personId])).get(personId)?.name ?? '';
    const words = ACTING_MAIL_WORDS;
    await this.notices.tell(tx, {
      companyId: event.companyId,
      to: { roles: ['owner'] },
      event: 'staff_acting',
      params: { reason: text },
      link: null,
      mail: (locale) => ({
        lead: words.lead[locale],
        facts: [
          { label: words.who[locale], value: who },
          ...(code ? [{ label: words.reason[locale], value: ACTING_REASON_WORDS[code][locale] }] : []),
          { label: words.words[locale], value: text },
        ],
      }),
    });
  }

  @Listens(COMPANY_MOVED)
  async onMoved(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { step, reason } = event.payload as unknown as CompanyMoved;
    if (!event.companyId) return;
    const { name_latin: company } = oneRow(
      await tx.query<{ name_latin: string }>('select name_latin from companies where id = $1', [
        event.companyId,
      ]),
    );
    await this.notices.tell(tx, {
      companyId: event.companyId,
      to: { roles: ['owner'] },
      event: NOTICE[step],
      params: { company, reason },
      link: null,
    });
  }
}

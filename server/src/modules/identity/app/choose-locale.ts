import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';

/** Language of a person's screens and mails. */
@Injectable()
export class ChooseLocale {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(actor: Actor, locale: Locale): Promise<{ done: true }> {
    await this.unitOfWork.run(scopeOf(actor), (tx) =>
      tx.query('update people set locale = $2 where id = $1', [actor.personId, locale]),
    );
    return { done: true };
  }
}

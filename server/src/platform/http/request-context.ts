import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';

/** What travels with a request besides its arguments: ids and language, never business values. */
export interface RequestFacts {
  readonly requestId: string;
  readonly locale: Locale;
  personId: string | null;
}

@Injectable()
export class RequestContext {
  private readonly storage = new AsyncLocalStorage<RequestFacts>();

  current(): RequestFacts | undefined {
    return this.storage.getStore();
  }

  run<T>(facts: RequestFacts, work: () => T): T {
    return this.storage.run(facts, work);
  }
}

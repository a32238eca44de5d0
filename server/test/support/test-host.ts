import type { Type } from '@nestjs/common';
import type { Sealer } from '../../src/platform/crypto/field-cipher';
import type { Tx } from '../../src/platform/database/unit-of-work';

/** What the builders of a test need of the application under test. */
export interface TestHost {
  readonly clock: { now(): Date };
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T;
  system<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  sealer(companyId: string | null): Promise<Sealer>;
}

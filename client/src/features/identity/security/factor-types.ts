import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { readFactors } from '@qafila/shared/identity/factors.contract';

/** The caller's factors as the server tells them. */
export type Factors = AnswerOf<typeof readFactors>;
export type Passkey = Factors['passkeys'][number];

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { systemScope } from '../access/scope';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { UnitOfWork } from '../database/unit-of-work';
import { openWith, sealWith } from './keys';

/** Where a sealed value stands; it cannot be moved to another row or column. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}
/** Seals and opens fields with the data key of one company (or of the store). */
export interface Sealer {
  seal(place: Place, plain: string): string;
  /** Throws when the value was moved, altered or sealed under another key. */
  open(place: Place, sealed: string): string;
}

/** Owner of the store's own data key. */
export const STORE_KEY = '00000000-0000-0000-0000-000000000000';

/** Envelope encryption: key encryption key → data key of each company → field. */
@Injectable()
export class FieldCipher {
  private readonly sealers = new Map<string, Sealer>();

  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The sealer of a company, or of the store for `null`; its data key is made on first use. */
  async sealerFor(companyId: string | null): Promise<Sealer> {
    const owner = companyId ?? STORE_KEY;
    const known = this.sealers.get(owner);
    if (known) return known;
    const key = await this.dataKey(owner);
    const context = (place: Place): string => `${owner}/${place.table}/${place.column}/${place.rowId}`;
    const sealer: Sealer = {
      seal: (place, plain) => sealWith(key, context(place), Buffer.from(plain, 'utf8')),
      open: (place, sealed) => openWith(key, context(place), sealed).toString('utf8'),
    };
    this.sealers.set(owner, sealer);
    return sealer;
  }

  /** Made in a transaction of its own: a key must never be rolled back after something was sealed with it. */
  private async dataKey(owner: string): Promise<Buffer> {
    const wrapping = this.config.values.KEY_ENCRYPTION_KEY.reveal();
    const made = sealWith(wrapping, `data-key/${owner}`, randomBytes(32));
    const wrapped = await this.unitOfWork.runApart(systemScope('data key of a company'), async (tx) => {
      await tx.query(
        'insert into data_keys (owner_id, version, wrapped_key, created_at) values ($1, 1, $2, $3) on conflict do nothing',
        [owner, made, this.clock.now()],
      );
      return tx.query<{ wrapped_key: string }>('select wrapped_key from data_keys where owner_id = $1', [
        owner,
      ]);
    });
    return openWith(wrapping, `data-key/${owner}`, wrapped[0]?.wrapped_key ?? '');
  }
}

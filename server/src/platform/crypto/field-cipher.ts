import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { systemScope } from '../access/scope';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { type Tx, UnitOfWork } from '../database/unit-of-work';
import { openBytes, openWith, sealBytes, sealWith } from './keys';

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
  /** The same for the content of a file. */
  sealFile(place: Place, plain: Buffer): Buffer;
  openFile(place: Place, sealed: Buffer): Buffer;
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
      sealFile: (place, plain) => sealBytes(key, context(place), plain),
      openFile: (place, sealed) => openBytes(key, context(place), sealed),
    };
    this.sealers.set(owner, sealer);
    return sealer;
  }

  /** Reads in the open transaction, if there is one: a second connection each would empty the pool. */
  private async dataKey(owner: string): Promise<Buffer> {
    const wrapping = this.config.values.KEY_ENCRYPTION_KEY.reveal();
    const scope = systemScope('data key of a company');
    const known = await this.unitOfWork.run(scope, (tx) => wrappedKeyOf(tx, owner));
    return openWith(wrapping, `data-key/${owner}`, known ?? (await this.makeKey(owner, wrapping)));
  }

  /** Made in a transaction of its own: a key must never be rolled back after something was sealed with it. */
  private makeKey(owner: string, wrapping: Buffer): Promise<string> {
    const made = sealWith(wrapping, `data-key/${owner}`, randomBytes(32));
    return this.unitOfWork.runApart(systemScope('data key of a company'), async (tx) => {
      await tx.query(
        'insert into data_keys (owner_id, version, wrapped_key, created_at) values ($1, 1, $2, $3) on conflict do nothing',
        [owner, made, this.clock.now()],
      );
      return (await wrappedKeyOf(tx, owner)) ?? '';
    });
  }
}

async function wrappedKeyOf(tx: Tx, owner: string): Promise<string | undefined> {
  const [row] = await tx.query<{ wrapped_key: string }>(
    'select wrapped_key from data_keys where owner_id = $1',
    [owner],
  );
  return row?.wrapped_key;
}

import type { Client } from 'pg';
import { AUDIT_FACTS, FIRST_HASH, linkHash } from '../app/chain-audit';

/** Chains what waits for one chain, over the owner's connection: what the worker does within a minute. */
export async function chainNow(client: Client, chainId: string): Promise<void> {
  const { rows: heads } = await client.query<{ seq: string; hash: string }>(
    'select seq, hash from audit_chain where chain_id = $1 order by seq desc limit 1',
    [chainId],
  );
  const { rows } = await client.query<{ id: string; facts: string }>(
    `select e.id, ${AUDIT_FACTS} as facts from audit_event e
     where not exists (select 1 from audit_chain c where c.event_id = e.id) order by e.id`,
  );
  let head = { seq: Number(heads[0]?.seq ?? 0), hash: heads[0]?.hash ?? FIRST_HASH };
  for (const row of rows) {
    const seq = head.seq + 1;
    const hash = linkHash(head.hash, seq, row.facts);
    await client.query('insert into audit_chain values ($1, $2, $3, $4, $5)', [
      chainId,
      seq,
      row.id,
      head.hash,
      hash,
    ]);
    head = { seq, hash };
  }
}

import type { Client } from 'pg';
import { AUDIT_FACTS, linkHash } from '../app/chain-audit';

/** A whole number from 0 up to, not including, the bound. */
export type Pick = (bound: number) => number;
interface Link {
  readonly chain_id: string;
  readonly seq: number;
  readonly event_id: string;
  readonly previous_hash: string;
}
/** One way to falsify the trail; answers the chains that it touched. */
export type Tampering = (client: Client, pick: Pick) => Promise<string[]>;

const linksOf = async (client: Client): Promise<Link[]> =>
  (
    await client.query<Link>(
      'select chain_id, seq::int, event_id, previous_hash from audit_chain order by chain_id, seq',
    )
  ).rows;

const oneOf = <T>(list: readonly T[], pick: Pick): T => {
  const found = list[pick(list.length)];
  if (found === undefined) throw new Error('Nothing to choose from');
  return found;
};
/** A link with at least one behind it in its chain, and the one behind it. */
async function twoLinks(client: Client, pick: Pick): Promise<readonly [Link, Link]> {
  const links = await linksOf(client);
  const pairs = links.flatMap((link, at) => {
    const next = links[at + 1];
    return next && next.chain_id === link.chain_id ? [[link, next] as const] : [];
  });
  return oneOf(pairs, pick);
}
/** Ways to change one column of an event. */
const EDITS: readonly string[] = [
  `update audit_event set event = event || '_not' where id = $1`,
  `update audit_event set at = at + interval '1 millisecond' where id = $1`,
  `update audit_event set person_id = case when person_id is null then company_id else null end, acting_as = 'nobody' where id = $1`,
  `update audit_event set subject_id = 'another' where id = $1`,
  `update audit_event set subject_kind = 'another' where id = $1`,
  `update audit_event set before = '{"was": "another"}' where id = $1`,
  `update audit_event set after = coalesce(after, '{}') || '{"amount": 1}' where id = $1`,
  `update audit_event set request_id = 'another' where id = $1`,
];

const editEvent: Tampering = async (client, pick) => {
  const link = oneOf(await linksOf(client), pick);
  await client.query(oneOf(EDITS, pick), [link.event_id]);
  return [link.chain_id];
};

const moveEvent: Tampering = async (client, pick) => {
  const link = oneOf(await linksOf(client), pick);
  await client.query('update audit_event set company_id = gen_random_uuid() where id = $1', [link.event_id]);
  return [link.chain_id];
};

const swapEvents: Tampering = async (client, pick) => {
  const [one, other] = await twoLinks(client, pick);
  const set = `update audit_event t set event = o.event, at = o.at, person_id = o.person_id, after = o.after,
    subject_id = o.subject_id from audit_event o where t.id = $1 and o.id = $2`;
  await client.query('create temp table kept on commit drop as select * from audit_event where id = $1', [
    one.event_id,
  ]);
  await client.query(set, [one.event_id, other.event_id]);
  await client.query(set.replace('from audit_event o', 'from kept o'), [other.event_id, one.event_id]);
  return [one.chain_id];
};

const swapLinks: Tampering = async (client, pick) => {
  const [one, other] = await twoLinks(client, pick);
  const set = 'update audit_chain set seq = $3 where chain_id = $1 and seq = $2';
  await client.query(set, [one.chain_id, one.seq, -1]);
  await client.query(set, [one.chain_id, other.seq, one.seq]);
  await client.query(set, [one.chain_id, -1, other.seq]);
  return [one.chain_id];
};

async function removeEventOf(client: Client, link: Link): Promise<void> {
  await client.query('delete from audit_chain where event_id = $1', [link.event_id]);
  await client.query('delete from audit_event where id = $1', [link.event_id]);
}

const removeEvent: Tampering = async (client, pick) => {
  const [link] = await twoLinks(client, pick);
  await removeEventOf(client, link);
  return [link.chain_id];
};

const removeAndRenumber: Tampering = async (client, pick) => {
  const [link] = await twoLinks(client, pick);
  await removeEventOf(client, link);
  const up = 'update audit_chain set seq = seq + 100000 where chain_id = $1 and seq > $2';
  await client.query(up, [link.chain_id, link.seq]);
  await client.query('update audit_chain set seq = seq - 100001 where chain_id = $1 and seq > 100000', [
    link.chain_id,
  ]);
  return [link.chain_id];
};

/** A forged event in the middle, everything behind it numbered anew. */
const insertEvent: Tampering = async (client, pick) => {
  const [link] = await twoLinks(client, pick);
  const { chain_id, seq } = link;
  await client.query('update audit_chain set seq = seq + 100000 where chain_id = $1 and seq >= $2', [
    chain_id,
    seq,
  ]);
  await client.query('update audit_chain set seq = seq - 99999 where chain_id = $1 and seq > 99999', [
    chain_id,
  ]);
  const { rows } = await client.query<{ id: string }>(
    `insert into audit_event (id, company_id, at, event) select gen_random_uuid(), e.company_id, e.at, 'identity.signed_in'
     from audit_event e where e.id = $1 returning id`,
    [link.event_id],
  );
  await client.query(
    'insert into audit_chain (chain_id, seq, event_id, previous_hash, hash) values ($1, $2, $3, $4, $5)',
    [chain_id, seq, rows[0]?.id, link.previous_hash, 'f'.repeat(64)],
  );
  return [chain_id];
};

/** The last links of a chain and their events, as if they had never been. */
const cutTail: Tampering = async (client, pick) => {
  const [link] = await twoLinks(client, pick);
  const { rows } = await client.query<{ event_id: string }>(
    'delete from audit_chain where chain_id = $1 and seq > $2 returning event_id',
    [link.chain_id, link.seq],
  );
  await client.query('delete from audit_event where id = any($1::uuid[])', [rows.map((row) => row.event_id)]);
  return [link.chain_id];
};

const removeChain: Tampering = async (client, pick) => {
  const { chain_id } = oneOf(await linksOf(client), pick);
  const { rows } = await client.query<{ event_id: string }>(
    'delete from audit_chain where chain_id = $1 returning event_id',
    [chain_id],
  );
  await client.query('delete from audit_event where id = any($1::uuid[])', [rows.map((row) => row.event_id)]);
  return [chain_id];
};

/** The clever one: an event is changed and every hash from there on is made anew. */
const rewrite: Tampering = async (client, pick) => {
  const link = oneOf(await linksOf(client), pick);
  await client.query(`update audit_event set after = '{"amount": 1}' where id = $1`, [link.event_id]);
  const { rows } = await client.query<{ seq: number; facts: string }>(
    `select c.seq::int, ${AUDIT_FACTS} as facts from audit_chain c join audit_event e on e.id = c.event_id
     where c.chain_id = $1 and c.seq >= $2 order by c.seq`,
    [link.chain_id, link.seq],
  );
  let previous = link.previous_hash;
  for (const { seq, facts } of rows) {
    const hash = linkHash(previous, seq, facts);
    await client.query(
      'update audit_chain set previous_hash = $3, hash = $4 where chain_id = $1 and seq = $2',
      [link.chain_id, seq, previous, hash],
    );
    previous = hash;
  }
  return [link.chain_id];
};

/** Every way, by its name; each needs the owner of the tables. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  editEvent,
  moveEvent,
  swapEvents,
  swapLinks,
  removeEvent,
  removeAndRenumber,
  insertEvent,
  cutTail,
  removeChain,
  rewrite,
};

import type { Client } from 'pg';
import { connectedTo, readSchema, type SchemaFacts, type TableFacts } from './schema-facts';

/** Tables without a company, each with the reason why every company may share it, or why no trader reads it. */
export const WITHOUT_COMPANY: Readonly<Record<string, string>> = {
  audit_chain: 'hashes of events',
  audit_seals: 'signed hashes of events',
  categories: 'goods',
  csv_dialects: 'the store: the staff policy alone opens it',
  data_keys: 'wrapped keys, useless without the key encryption key',
  demo_clock: 'demo only',
  due_mails: 'by person or sealed address; gone when the worker wrote the mail',
  exchange_rates: 'goods',
  factor_case_decisions: 'the store: what staff noted about a person, sealed',
  factor_cases: 'by person, who may work for several companies; sealed',
  gateway_hooks: 'the store: the staff policy alone opens it',
  idempotency_keys: 'by person; the reply is given to the same person only',
  identity_links: 'hashes of tokens, addresses sealed; read before anybody is signed in',
  ledger_checks: 'the store: the staff policy alone opens it',
  known_devices: 'hashes, by person',
  migrations: 'schema',
  outbox_delivery: 'names of listeners',
  passkey_challenges: 'random, by session or browser',
  passkey_drafts: 'public keys, by session',
  passkeys: 'public keys, by person',
  gateway_standings: 'how gateways answered; nothing of any company',
  payment_rates: 'published for everybody',
  people: 'a person is found by the hash of a mail before any company is known; mails sealed',
  policy_draft: 'the store: a text before it is published',
  policy_seen: 'which version a person saw, by person',
  policy_texts: 'published for everybody',
  policy_versions: 'published for everybody',
  product_variants: 'goods',
  products: 'goods',
  rate_counters: 'counters',
  refund_files: 'the store: the staff policy alone opens it',
  recovery_code_drafts: 'hashes, by session',
  recovery_codes: 'hashes, by person',
  refresh_tokens: 'hashes, by session',
  seller_account_changes: 'the store: the staff policy alone opens it',
  seller_settings: 'the store',
  staff_invitations: 'the store: the staff policy alone opens it',
  staff_role_changes: 'the store: the staff policy alone opens it',
  staff_roles: 'the store',
  statement_imports: 'the store: the staff policy alone opens it',
  statement_lines: 'the store: the staff policy alone opens it',
  statements: 'the store: the staff policy alone opens it',
  step_up_tokens: 'hashes, by session',
  stock: 'goods',
  totp_drafts: 'sealed, by person',
  totp_factors: 'sealed, by person',
  try_streaks: 'counters',
  variant_prices: 'goods',
};
/** Tables of the store that only the staff policy opens. */
const STORE_ONLY = [
  'gateway_hooks',
  'csv_dialects',
  'statements',
  'statement_imports',
  'statement_lines',
  'ledger_checks',
  'refund_files',
  'seller_account_changes',
  'staff_invitations',
  'staff_role_changes',
];
/** Tables a recipient's link opens a part of. */
export const RECIPIENT_TABLES = ['consignments', 'consignment_items', 'stored_files'];

const OWN_COMPANY = (column: string): string => `(${column} = ( SELECT app_company() AS app_company))`;
const STAFF = '( SELECT app_staff() AS app_staff)';

/** The column that says whose row it is. */
export const ownerColumn = (table: string): string => (table === 'companies' ? 'id' : 'company_id');

/** Tables whose rows belong to companies and stand behind the two walls. */
export const walledTables = (schema: SchemaFacts): string[] =>
  schema.tables.filter((table) => table.hasCompany || table.name === 'companies').map((table) => table.name);

/** What is wrong with the walls as the catalogue describes them; nothing when they stand. */
export function wallFaults(schema: SchemaFacts): string[] {
  const walled = walledTables(schema);
  return schema.tables.flatMap((table) => {
    if (walled.includes(table.name)) return faultsOf(table, { own: true });
    if (STORE_ONLY.includes(table.name)) return faultsOf(table, { own: false });
    return table.name in WITHOUT_COMPANY
      ? []
      : [`${table.name}: neither walled nor on the list of shared tables`];
  });
}

function faultsOf(table: TableFacts, wanted: { own: boolean }): string[] {
  const expected = [
    ...(wanted.own ? [{ name: 'own_company', text: OWN_COMPANY(ownerColumn(table.name)) }] : []),
    { name: 'staff', text: STAFF },
  ];
  const known = [
    ...expected.map(({ name }) => name),
    ...(RECIPIENT_TABLES.includes(table.name) ? ['recipient'] : []),
  ];
  return [
    ...(table.isEnabled ? [] : [`${table.name}: row-level security is off`]),
    ...(table.isForced ? [] : [`${table.name}: row-level security is not forced`]),
    ...expected.flatMap(({ name, text }) => {
      const policy = table.policies.find((each) => each.name === name);
      const isRight = policy?.command === '*' && policy.using === text && policy.check === text;
      return isRight ? [] : [`${table.name}: policy ${name} is missing or other than it should be`];
    }),
    ...table.policies
      .filter((policy) => !known.includes(policy.name))
      .map((policy) => `${table.name}: unknown policy ${policy.name}`),
    ...table.policies
      .filter((policy) => policy.name === 'recipient' && policy.command !== 'r')
      .map(() => `${table.name}: a recipient may do more than read`),
  ];
}

/** The settings that a transaction of the application stands under. */
export interface Settings {
  readonly company?: string;
  readonly staff?: boolean;
  readonly tracking?: string;
}

/** Runs work in a transaction of the application's login under these settings, and rolls it back. */
export const under = <T>(url: string, settings: Settings, work: (client: Client) => Promise<T>): Promise<T> =>
  connectedTo(url, async (client) => {
    await client.query('begin');
    await client.query(
      `select set_config('app.company_id', $1, true), set_config('app.staff', $2, true), set_config('app.tracking', $3, true)`,
      [settings.company ?? '', settings.staff ? 'on' : '', settings.tracking ?? ''],
    );
    const result = await work(client);
    await client.query('rollback');
    return result;
  });

/** How many rows of a table each side has, seen by the staff policy, and how many A sees of B's. */
export interface Sight {
  readonly table: string;
  readonly ofForeign: number;
  readonly foreignSeen: number;
  readonly withNothingSet: number;
}

const countOf = async (client: Client, table: string, company?: string): Promise<number> => {
  const where = company === undefined ? '' : ` where ${ownerColumn(table)} = $1`;
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from "${table}"${where}`,
    company === undefined ? [] : [company],
  );
  return rows[0]?.n ?? 0;
};

/** Looks at every walled table three times: as staff, as company A, and with nothing set. */
export async function sightOf(
  url: string,
  tables: readonly string[],
  given: { readonly own: string; readonly foreign: string },
): Promise<Sight[]> {
  const counts = (settings: Settings, company?: string): Promise<number[]> =>
    under(url, settings, async (client) => {
      const found: number[] = [];
      for (const table of tables) found.push(await countOf(client, table, company));
      return found;
    });
  const ofForeign = await counts({ staff: true }, given.foreign);
  const foreignSeen = await counts({ company: given.own }, given.foreign);
  const withNothingSet = await counts({});
  return tables.map((table, at) => ({
    table,
    ofForeign: ofForeign[at] ?? 0,
    foreignSeen: foreignSeen[at] ?? 0,
    withNothingSet: withNothingSet[at] ?? 0,
  }));
}

/** Tables whose wall lets something through, in catalogue or in deed. */
export async function openTables(
  urls: { readonly admin: string; readonly app: string },
  given: { readonly own: string; readonly foreign: string },
): Promise<string[]> {
  const schema = await readSchema(urls.admin);
  const seen = await sightOf(urls.app, walledTables(schema), given);
  const inDeed = seen.filter((each) => each.foreignSeen > 0 || each.withNothingSet > 0);
  return [
    ...new Set([
      ...wallFaults(schema).map((fault) => fault.split(':')[0] ?? ''),
      ...inDeed.map(({ table }) => table),
    ]),
  ];
}

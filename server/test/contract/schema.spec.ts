import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, STAFF_ROLES, TRADER_ROLES } from '@qafila/shared/access/roles';
import { ASSET_KINDS } from '@qafila/shared/branding/assets.rules';
import { PRICE_LISTS } from '@qafila/shared/catalogue/catalogue.rules';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { MATCH_CLASSES, MATCH_KINDS } from '@qafila/shared/payments/desk.contract';
import { REFUND_FAILURES, REFUND_METHODS, REFUND_SOURCES } from '@qafila/shared/payments/refunds.contract';
import { LIFECYCLES } from '@qafila/shared/registry/lifecycles';
import { ENTRY_KINDS, LEDGER_ACCOUNTS } from '../../src/modules/payments/domain/ledger-entry';
import { type KeyFacts, readSchema, type SchemaFacts } from '../support/schema-facts';
import { aTestDatabase, type TestDatabase } from '../support/test-database';

/** The table that holds each lifecycle's state. */
const TABLE_OF: Readonly<Record<string, string>> = {
  application: 'applications',
  company: 'companies',
  member: 'memberships',
  'brand-profile': 'brand_profiles',
  asset: 'assets',
  'packaging-spec': 'packaging_specs',
  brief: 'briefs',
  proof: 'proofs',
  'production-spec': 'production_specs',
  order: 'orders',
  'transfer-instruction': 'transfer_instructions',
  'statement-import': 'statement_imports',
  'statement-line': 'statement_lines',
  match: 'matches',
  'payment-attempt': 'payment_attempts',
  refund: 'refunds',
  consignment: 'consignments',
  'factor-case': 'factor_cases',
  'seller-account-change': 'seller_account_changes',
  'staff-invitation': 'staff_invitations',
  'staff-role-change': 'staff_role_changes',
};
/** Tables with states that no lifecycle table describes, each with the reason. */
const OTHER_STATES: readonly string[] = [
  'people', // active or suspended: a switch, told in identity
  'stock_reservations', // follows the order that holds it
  'brief_quotes', // offered, then answered once
];
/** Unique keys of company tables that hold over all companies, each with the reason. */
const GLOBAL_KEYS: Readonly<Record<string, string>> = {
  pk_audit_event: 'some events belong to no company',
  pk_mails: 'some mails belong to no company',
  pk_outbox_event: 'some events belong to no company',
  pk_sessions: 'a session is found by its id before the company is known; staff have none',
  uq_invitations_token: 'the holder of a link has nothing but the link',
  uq_briefs_code: 'random public code, told apart without the company',
  uq_brand_profiles_code: 'random public code, told apart without the company',
  uq_production_specs_code: 'random public code, told apart without the company',
  uq_orders_code: 'random public code, told apart without the company',
  uq_orders_id: 'target of keys of the store, and proof that an id means one order',
  uq_consignments_id: 'staff find a parcel by its id alone',
  uq_consignments_parcel_code: 'random public code, told apart without the company',
  uq_consignments_token: 'a recipient has nothing but the link',
  uq_transfer_instructions_reference: 'the bank knows nothing but the reference',
  uq_company_references_reference: 'the bank knows nothing but the reference',
  uq_payment_attempts_id: 'a gateway tells our id and no company',
  uq_refunds_code: 'the bank knows nothing but the code',
  uq_payment_attempts_ref: 'a gateway knows nothing but its own id',
};
let database: TestDatabase;
let schema: SchemaFacts;
beforeAll(async () => {
  database = await aTestDatabase();
  schema = await readSchema(database.adminUrl);
});
afterAll(() => database.drop());

const keyOf = (table: string, name: string): KeyFacts | undefined =>
  schema.keys.find((key) => key.table === table && key.name === name);
const isOfCompany = (table: string): boolean =>
  schema.tables.some((each) => each.name === table && each.hasCompany);
/** The values of `check (column in (…))` as PostgreSQL prints it. */
const valuesOf = (check: KeyFacts | undefined): string[] =>
  [...(check?.text ?? '').matchAll(/'([^']+)'::text/g)].map((hit) => hit[1] ?? '').sort();

describe('states', () => {
  it.each(LIFECYCLES.map((table) => [table.name, table] as const))(
    'of %s are the same in its lifecycle and in the database',
    (name, lifecycle) => {
      const table = TABLE_OF[name] ?? 'no table';
      expect(valuesOf(keyOf(table, `ck_${table}_state`))).toEqual([...lifecycle.states].sort());
    },
  );

  it('stand in no table without a lifecycle, except the named ones', () => {
    const withState = schema.keys.filter((key) => /^ck_\w+_state$/.test(key.name)).map((key) => key.table);
    const told = [...Object.values(TABLE_OF), ...OTHER_STATES];
    expect(withState.filter((table) => !told.includes(table))).toEqual([]);
    expect(told.filter((table) => !withState.includes(table))).toEqual([]);
  });
});

describe('closed lists', () => {
  it.each([
    ['memberships', 'ck_memberships_role', TRADER_ROLES],
    ['staff_roles', 'ck_staff_roles_role', STAFF_ROLES],
    ['staff_role_changes', 'ck_staff_role_changes_role', STAFF_ROLES],
    ['people', 'ck_people_locale', LOCALES],
    ['companies', 'ck_companies_price_list', PRICE_LISTS],
    ['assets', 'ck_assets_kind', ASSET_KINDS],
    ['asset_uploads', 'ck_asset_uploads_kind', ASSET_KINDS],
    ['variant_prices', 'ck_variant_prices_list', PRICE_LISTS],
    ['matches', 'ck_matches_kind', MATCH_KINDS],
    ['matches', 'ck_matches_class', MATCH_CLASSES],
    ['refunds', 'ck_refunds_source', REFUND_SOURCES],
    ['refunds', 'ck_refunds_method', REFUND_METHODS],
    ['refunds', 'ck_refunds_failure', REFUND_FAILURES],
    ['ledger_postings', 'ck_ledger_postings_account', LEDGER_ACCOUNTS],
    ['ledger_entries', 'ck_ledger_entries_kind', Object.keys(ENTRY_KINDS)],
  ] as const)('%s: %s is the same in the code', (table, name, list) => {
    expect(valuesOf(keyOf(table, name))).toEqual([...list].sort());
    expect(ROLES.length).toBe(TRADER_ROLES.length + STAFF_ROLES.length);
  });
});

describe('keys', () => {
  it('are all named by kind and table', () => {
    const prefix = { p: 'pk_', u: 'uq_', f: 'fk_', c: 'ck_', i: 'uq_', t: 'ck_' } as const;
    const wrong = schema.keys
      .filter((key) => key.table !== 'migrations')
      .filter((key) => !key.name.startsWith(`${prefix[key.kind]}${key.table}`));
    expect(wrong.map((key) => `${key.table}.${key.name}`)).toEqual([]);
  });

  it('that must be unique begin with the company, except the named ones', () => {
    const bare = schema.keys
      .filter((key) => ['p', 'u', 'i'].includes(key.kind) && isOfCompany(key.table))
      .filter((key) => key.columns[0] !== 'company_id')
      .map((key) => key.name);
    expect(bare.sort()).toEqual(Object.keys(GLOBAL_KEYS).sort());
  });

  it('that point at a company’s row carry the company on both sides', () => {
    const pointing = schema.keys.filter(
      (key) => key.kind === 'f' && isOfCompany(key.table) && isOfCompany(key.target ?? ''),
    );
    // Staff act for a company from a session of their own, which belongs to none.
    const own = pointing.filter((key) => key.name !== 'fk_sessions_parent');
    expect(pointing.length).toBeGreaterThan(15);
    const wrong = own.filter(
      (key) => key.columns[0] !== 'company_id' || key.targetColumns[0] !== 'company_id',
    );
    expect(wrong.map((key) => key.name)).toEqual([]);
  });

  it('never point from a shared table at one company’s row, except the named ones', () => {
    const outward = schema.keys.filter(
      (key) => key.kind === 'f' && !isOfCompany(key.table) && isOfCompany(key.target ?? ''),
    );
    // The chain and the deliveries hold ids of events and nothing else of them.
    // What belongs to a session belongs to a person, whichever company he works for.
    const named = [
      'fk_audit_chain_event',
      'fk_factor_cases_session',
      'fk_outbox_delivery_event',
      'fk_passkey_challenges_session',
      'fk_passkey_drafts_session',
      'fk_recovery_code_drafts_session',
      'fk_refresh_tokens_session',
      'fk_step_up_tokens_session',
      'fk_totp_drafts_session',
    ];
    expect(outward.map((key) => key.name).sort()).toEqual(named);
  });
});

import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '@qafila/shared/access/permissions';
import { ROLE_PERMISSIONS, STAFF_ROLES } from '@qafila/shared/access/roles';
import { FIELD_WORDS } from '@qafila/shared/kernel/field-codes';
import { faultsOf } from '@qafila/shared/kernel/lifecycle';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { placeholdersOf } from '@qafila/shared/kernel/problem';
import { allEndpoints } from '@qafila/shared/registry/contracts';
import { LIFECYCLES } from '@qafila/shared/registry/lifecycles';
import { isProblemCode, PROBLEMS } from '@qafila/shared/registry/problems';

const SETS = 'sets one thing to what it says: a repeat finds it so, or is refused as done';
const STEPS = 'takes a step from the version that was seen: the first one moves it, a repeat is stale';
/** POSTs that need no key, each with the reason. */
const REPEATABLE: Readonly<Record<string, string>> = {
  'payments.review': 'only reads, and is a POST for the size of its list',
  'payments.review_refunds': 'only reads, and is a POST for the size of its list',
  'payments.preview_layout': 'only reads, and is a POST for the size of the layout',
  'branding.move_packaging': STEPS,
  'branding.preview': 'only draws, and is a POST for the size of the form',
  'branding.finish_upload': 'a repeat finds the asset that the first one made',
  'branding.finish_design_upload': 'a repeat finds the asset that the first one made',
  'branding.check_asset':
    'a repeat judges the same facts by the same rules, or is refused while the file is opened',
  'branding.cancel_brief': STEPS,
  'branding.resume_brief': STEPS,
  'branding.take_brief': STEPS,
  'branding.assign_brief': STEPS,
  'branding.begin_design': STEPS,
  'branding.hand_in_proof': STEPS,
  'branding.send_back_proof': STEPS,
  'branding.tick_todos': SETS,
  'branding.view_proof': 'only the first look is kept',
  'traders.upload_document': 'a repeat puts the same document in place of itself',
  'traders.accept_terms': SETS,
  'traders.give_verdict': SETS,
  'traders.mark_field': SETS,
  'traders.release_application': SETS,
  'traders.resend_invitation': 'each send is counted, and a new link ends the one before',
  'traders.revoke_invitation': SETS,
  'traders.suspend_member': SETS,
  'traders.reinstate_member': SETS,
  'traders.remove_member': SETS,
  'traders.prefer_address': SETS,
};

describe('contracts', () => {
  it('have unique ids, and unique pairs of method and path', () => {
    const ids = allEndpoints.map((endpoint) => endpoint.id);
    const routes = allEndpoints.map(
      (endpoint) => `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it.each(allEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s names known problems',
    (_, endpoint) => {
      expect(endpoint.errors.filter((code) => !isProblemCode(code))).toEqual([]);
    },
  );

  it('ask for an idempotency key on every POST that creates or moves something', () => {
    const bare = allEndpoints.filter(
      (endpoint) => endpoint.method === 'POST' && !endpoint.idempotent && typeof endpoint.access === 'object',
    );
    const without = bare.map((endpoint) => endpoint.id).filter((id) => !(id in REPEATABLE));
    expect(without).toEqual([]);
    expect(Object.keys(REPEATABLE).filter((id) => !bare.some((endpoint) => endpoint.id === id))).toEqual([]);
  });
});

describe('problems', () => {
  it.each(Object.entries(PROBLEMS))(
    '%s says what to do in four languages with the same values',
    (_, spec) => {
      for (const locale of LOCALES) {
        expect(placeholdersOf(spec.say[locale])).toEqual([...spec.params].sort());
        expect(spec.say[locale]).not.toMatch(/!|\bplease\b/i);
      }
      expect(spec.say.ar).toMatch(/[\u0600-\u06ff]/);
    },
  );

  it.each(Object.entries(FIELD_WORDS))('field code %s has the same values in four languages', (_, words) => {
    for (const locale of LOCALES) expect(placeholdersOf(words[locale])).toEqual(placeholdersOf(words.en));
  });
});

describe('lifecycles', () => {
  it.each(LIFECYCLES.map((table) => [table.name, table] as const))(
    '%s has no dead end and no unreachable state',
    (_, table) => {
      expect(faultsOf(table as never)).toEqual([]);
    },
  );

  it('name permissions that exist', () => {
    const needs = LIFECYCLES.flatMap((table) => Object.values(table.steps).map((step) => step.needs));
    expect(needs.filter((need) => need !== 'system' && !PERMISSIONS.some((p) => p === need))).toEqual([]);
  });
});

describe('roles', () => {
  it('use every permission at least once', () => {
    const used = new Set(Object.values(ROLE_PERMISSIONS).flat());
    expect(PERMISSIONS.filter((permission) => !used.has(permission))).toEqual([]);
  });

  it('give no designer or packer a price, and no finance clerk a recipient', () => {
    const may = (role: keyof typeof ROLE_PERMISSIONS): readonly string[] => ROLE_PERMISSIONS[role];
    expect(may('designer')).toEqual(['today:read', 'design:read', 'design:work', 'design:gate']);
    expect(STAFF_ROLES.filter((role) => may(role).includes('design:quote'))).toEqual(['account_manager']);
    expect(may('warehouse').filter((p) => p.startsWith('order') || p.startsWith('transfer'))).toEqual([]);
    expect(may('finance').filter((p) => p.startsWith('fulfilment') || p.startsWith('consignment'))).toEqual(
      [],
    );
  });
});

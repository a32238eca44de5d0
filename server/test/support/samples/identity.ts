import { type LinkPurpose, Links } from '../../../src/modules/identity/app/links';
import { caseTextPlace } from '../../../src/modules/identity/app/lost-factor';
import { newId, newSecret } from '../../../src/platform/ids/new-id';
import type { TestApp } from '../test-app';
import type { TestPerson } from '../test-people';
import type { World } from '../world';
import { firstOf, type Sample, type Samples } from './sample';

const PASSWORD = 'violet kettle under nine bridges';
const NOTE = 'Called back on the number of the registration.';
const newEmail = (): string => `${newId()}@people.example`;
/** An answer of a passkey that nobody has. */
const response = {
  id: 'nobody',
  rawId: 'nobody',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: Buffer.from('{"challenge":"unknown"}').toString('base64url') },
};
const answer: Sample = () => ({ body: { response } });

/** Somebody whom nobody else in the world needs: his password, address and sessions change. */
const spares = new WeakMap<World, Promise<TestPerson>>();
function spareOf(world: World): Promise<TestPerson> {
  const known = spares.get(world) ?? world.app.aTrader({ nameLatin: 'Spare Trading' });
  spares.set(world, known);
  return known;
}

/** A link that works, for the spare person or for a new address. */
const aLink =
  (purpose: LinkPurpose, body: object = {}): Sample =>
  async ({ world }) => {
    const { app } = world;
    const personId = purpose === 'registration' ? null : (await spareOf(world)).personId;
    const link = { purpose, personId, email: newEmail(), locale: 'en' as const, lifeMs: 3_600_000 };
    const { token } = await app.system((tx) => app.get(Links).issue(tx, link));
    return { body: { token, ...body } };
  };

/** A case of a lost factor in one of the states, opened by the spare person where there is none. */
async function aCase(world: World, states: readonly string[]): Promise<{ id: string; version: number }> {
  const { app } = world;
  const find = 'select id, version from factor_cases where state = any($1::text[]) order by id desc limit 1';
  const [known] = await app.system((tx) => tx.query<{ id: string; version: number }>(find, [states]));
  return known ?? openCase(app, (await spareOf(world)).personId);
}
async function openCase(app: TestApp, personId: string): Promise<{ id: string; version: number }> {
  const id = newId();
  const sealer = await app.sealer(null);
  await app.system(async (tx) => {
    await tx.query(`update factor_cases set state = 'expired' where person_id = $1 and state <> 'used'`, [
      personId,
    ]);
    await tx.query(
      `insert into factor_cases (id, person_id, state, text_enc, opened_at) values ($1, $2, 'open', $3, $4)`,
      [id, personId, sealer.seal(caseTextPlace(id), 'My phone is gone.'), app.clock.now()],
    );
  });
  return firstOf(app, 'select id, version from factor_cases where id = $1', [id]);
}
const onCase =
  (states: readonly string[], body: object = {}): Sample =>
  async ({ world }) => {
    const { id, version } = await aCase(world, states);
    return { params: { id }, version, body };
  };

export const identitySamples: Samples = {
  'identity.sign_in': () => ({ body: { email: newEmail(), password: 'not the word' } }),
  'identity.provide_code': () => ({ body: { code: '000000' } }),
  'identity.use_recovery_code': () => ({ body: { code: '1-AAAAA-BBBBB' } }),
  'identity.choose_locale': () => ({ body: { locale: 'en' } }),
  'identity.move_clock': () => ({ body: { advanceSeconds: 1 } }),
  'identity.register': () => ({ body: { email: newEmail(), locale: 'en' } }),
  'identity.open_registration': aLink('registration'),
  'identity.complete_registration': aLink('registration', {
    name: 'Noura Harbi',
    companyName: 'Sahra Gifts',
    country: 'SA',
    password: PASSWORD,
  }),
  'identity.confirm_totp': () => ({ body: { code: '000000' } }),
  'identity.confirm_recovery_code': () => ({ body: { code: '1-AAAAA-BBBBB' } }),
  'identity.add_passkey': () => ({ body: { name: 'Key', response } }),
  'identity.rename_passkey': () => ({ params: { id: newId() }, body: { name: 'Key' } }),
  'identity.remove_passkey': () => ({ params: { id: newId() } }),
  'identity.answer_second_factor': answer,
  'identity.passkey_sign_in': answer,
  'identity.step_up_options': () => ({
    body: { operation: { endpoint: 'identity.change_email', url: '/api/identity/email', body: {} } },
  }),
  'identity.answer_step_up': answer,
  'identity.close_session': () => ({ params: { id: newId() } }),
  'identity.switch_company': () => ({ body: { companyId: newId() } }),
  'identity.change_password': () => ({ body: { current: 'not the word', next: PASSWORD } }),
  'identity.forgot_password': () => ({ body: { email: newEmail() } }),
  'identity.open_password_reset': aLink('password_reset'),
  'identity.reset_password': aLink('password_reset', { password: PASSWORD }),
  'identity.change_email': () => ({ body: { email: newEmail() } }),
  'identity.confirm_email': aLink('email_change'),
  'identity.unlock': aLink('unlock'),
  'identity.open_lost_factor': () => ({ body: { text: 'My phone is gone. Call me on our number.' } }),
  'identity.enrol_again': () => ({ body: { token: newSecret(32) } }),
  'identity.read_factor_case': onCase(['open', 'first_approved']),
  'identity.approve_factor_case': onCase(['open', 'first_approved'], { note: NOTE }),
  'identity.refuse_factor_case': onCase(['open', 'first_approved', 'approved'], { note: NOTE }),
};

const forgetTries = async (app: TestApp): Promise<void> => {
  await app.system((tx) =>
    tx.query(
      `delete from rate_counters where bucket like 'links/%' or bucket like 'factor/%' or bucket like 'passkey-%'`,
    ),
  );
};
/** Links of other modules that identity counts. */
const INVITATIONS = [
  'traders.look_invitation',
  'traders.accept_invitation',
  'traders.join',
  'store.read_invitation',
  'store.accept_invitation',
];
/** One network asks for everything here: its limits are tested in identity. */
export const identityAfter: Readonly<Record<string, (app: TestApp) => Promise<void>>> = Object.fromEntries(
  [
    'register',
    'open_registration',
    'complete_registration',
    'confirm_totp',
    'confirm_recovery_code',
    'add_passkey',
    'answer_second_factor',
    'passkey_sign_in_options',
    'answer_step_up',
    'forgot_password',
    'open_password_reset',
    'reset_password',
    'confirm_email',
    'unlock',
    'enrol_again',
  ]
    .map((name) => `identity.${name}`)
    .concat(INVITATIONS)
    .map((name) => [name, forgetTries]),
);

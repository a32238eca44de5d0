import { newId } from '../../../src/platform/ids/new-id';
import type { Samples } from './sample';

export const identitySamples: Samples = {
  'identity.sign_in': () => ({ body: { email: `${newId()}@people.example`, password: 'not the word' } }),
  'identity.provide_code': () => ({ body: { code: '000000' } }),
  'identity.use_recovery_code': () => ({ body: { code: '1-AAAAA-BBBBB' } }),
  'identity.choose_locale': () => ({ body: { locale: 'en' } }),
  'identity.move_clock': () => ({ body: { advanceSeconds: 1 } }),
};

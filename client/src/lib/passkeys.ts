import type { CallOf, Endpoint } from '@qafila/shared/access/endpoint';
import { answerStepUp, stepUpOptions } from '@qafila/shared/identity/passkey-sign-in.contract';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { CallProblem, call, rawUrl } from './call';

/** Options of a ceremony as the server sends them, unread here. */
type Options = Readonly<Record<string, unknown>>;

const library = () => import('@simplewebauthn/browser');
const fault = (code: string): CallProblem =>
  new CallProblem(code, 0, { params: {}, fields: [], requestId: null });

function faultOf(error: unknown): CallProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') return fault('PASSKEY_KNOWN');
  return fault(name === 'NotSupportedError' ? 'PASSKEY_UNSUPPORTED' : 'PASSKEY_CANCELLED');
}

/** True where the browser can make and use passkeys. */
export const knowsPasskeys = (): boolean => typeof window.PublicKeyCredential === 'function';

/** Makes a passkey on this device. Throws `CallProblem` when the person cancels or the device has one already. */
export async function makePasskey(options: Options): Promise<RegistrationResponseJSON & Options> {
  if (!knowsPasskeys()) throw fault('PASSKEY_UNSUPPORTED');
  const { startRegistration } = await library();
  try {
    const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
    return { ...(await startRegistration({ optionsJSON })) };
  } catch (error) {
    throw faultOf(error);
  }
}

/** Answers a challenge with a passkey. Throws `CallProblem` when the person cancels. */
export async function answerWithPasskey(options: Options): Promise<AuthenticationResponseJSON & Options> {
  if (!knowsPasskeys()) throw fault('PASSKEY_UNSUPPORTED');
  const { startAuthentication } = await library();
  try {
    const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
    return { ...(await startAuthentication({ optionsJSON })) };
  } catch (error) {
    throw faultOf(error);
  }
}

/** A passkey's confirmation of one call, bound to its address and body: goes into `freshCode` of that call only. */
export async function proofFor<E extends Endpoint>(endpoint: E, input: CallOf<E>): Promise<string> {
  const operation = { endpoint: endpoint.id, url: rawUrl(endpoint, input), body: input.body ?? null };
  const { options } = await call(stepUpOptions, { body: { operation } });
  const response = await answerWithPasskey(options);
  return (await call(answerStepUp, { body: { response } })).token;
}

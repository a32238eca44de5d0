import type { CallOf, Endpoint } from '@qafila/shared/access/endpoint';
import { CallProblem, problemOf, rawUrl } from './call';

/** The bytes of a `raw` endpoint, where a link will not do. Throws `CallProblem`. */
export async function callRaw<E extends Endpoint>(endpoint: E, input: CallOf<E> = {}): Promise<Blob> {
  const response = await fetch(rawUrl(endpoint, input), { credentials: 'same-origin' }).catch(() => {
    throw new CallProblem('OFFLINE', 0, { params: {}, fields: [], requestId: null });
  });
  if (!response.ok) throw await problemOf(response);
  return response.blob();
}

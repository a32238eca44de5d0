import type { FastifyReply } from 'fastify';
import { securityHeaders } from '../../../platform/http/security-headers';
import type { Consignment } from '../domain/consignment';
import type { Surface } from '../domain/leak-scan';
import type { PaperFacts } from '../domain/paper-view';
import { trackingViewOf } from '../domain/tracking-view';
import { surfacesOfHttp } from '../papers/surfaces';

/** The page's answer as it will be once the carrier has the parcel, with the headers of the tracking origin. */
export function trackingSurfaces(
  parcel: Consignment,
  facts: Pick<PaperFacts, 'items' | 'trackingUrl'>,
  handedOverAt: Date,
): Surface[] {
  const handedOver = { ...parcel, state: 'handed_over' as const, handedOverAt };
  const body = JSON.stringify(trackingViewOf(handedOver, facts.items));
  return surfacesOfHttp({ url: facts.trackingUrl, headers: headersOfAnswers(), body });
}

/** The headers that the tracking origin puts on every answer, read from the function that sets them. */
function headersOfAnswers(): Record<string, string> {
  const headers: Record<string, string> = {};
  const collecting = {
    header(name: string, value: string) {
      headers[name] = value;
      return collecting;
    },
  };
  securityHeaders(collecting as unknown as FastifyReply);
  return headers;
}

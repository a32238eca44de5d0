import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { Endpoint, InputOf } from '@qafila/shared/access/endpoint';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor';

export const ENDPOINT = Symbol('endpoint');

/** Binds a controller method to its contract: verb, path, guard, parsing, reply check. */
export const Handles = (endpoint: Endpoint): MethodDecorator =>
  applyDecorators(
    RequestMapping({ path: endpoint.path, method: RequestMethod[endpoint.method] }),
    HttpCode(200),
    SetMetadata(ENDPOINT, endpoint),
  );

/** What a handler receives: parsed input, the actor, and the version the caller edited. */
export interface Call<E extends Endpoint> extends InputOf<E> {
  readonly endpoint: E;
  /** `null` on public endpoints without a session. */
  readonly actor: Actor | null;
  /** From `If-Match`; present on endpoints with `ifMatch`. */
  readonly version: number;
  /** The file of an upload. */
  readonly file: Buffer;
  readonly http: { readonly request: FastifyRequest; readonly reply: FastifyReply };
}
/** A call of somebody signed in. */
export type SignedInCall<E extends Endpoint> = Call<E> & { readonly actor: Actor };

export interface CallingRequest extends FastifyRequest {
  user?: Actor;
  /** The body of a JSON call as it came. */
  rawBody?: Buffer;
  call?: Call<Endpoint>;
}

/** The call of the current handler, made by the contract guard. */
export const TheCall = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<CallingRequest>().call,
);

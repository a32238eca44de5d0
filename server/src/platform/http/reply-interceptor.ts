import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { type Scope, scopeOf } from '../access/scope';
import { UnitOfWork } from '../database/unit-of-work';
import { keyOf } from './contract-guard';
import { type CallingRequest, ENDPOINT } from './handles';
import { requestHash } from './request-hash';
import { type KeyedCall, StoredReplies } from './stored-replies';

/** Parses every reply against its contract, so that nothing undeclared leaves, and runs keyed calls once. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly unitOfWork: UnitOfWork,
    private readonly stored: StoredReplies,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<Endpoint>(ENDPOINT, context.getHandler());
    const request = context.switchToHttp().getRequest<CallingRequest>();
    return from(this.answer(endpoint, { request, handle: () => firstValueFrom(next.handle()) }));
  }

  private async answer(
    endpoint: Endpoint,
    by: { request: CallingRequest; handle: () => Promise<unknown> },
  ): Promise<unknown> {
    if (endpoint.raw) return by.handle();
    const actor = by.request.user;
    const key = keyOf(by.request);
    if (endpoint.idempotent && actor && key) {
      const call = { actor, endpointId: endpoint.id, key, requestHash: requestHash(by.request) };
      return this.once({ ...by, ...call, endpoint, scope: scopeOf(actor) });
    }
    return parseReply(endpoint, await by.handle());
  }

  /**
   * The key is claimed in the transaction of the effect: a second call with it waits for the first to commit,
   * then gets the stored answer. Refusals roll back and store nothing.
   */
  private once(
    by: KeyedCall & {
      readonly endpoint: Endpoint;
      readonly request: CallingRequest;
      readonly scope: Scope;
      readonly handle: () => Promise<unknown>;
    },
  ): Promise<unknown> {
    return this.unitOfWork.run(by.scope, async (tx) => {
      if (!(await this.stored.claim(tx, by))) {
        const reply = await this.stored.read(tx, by);
        by.request.call?.http.reply.header('idempotency-replayed', 'true');
        return reply;
      }
      const reply = parseReply(by.endpoint, await by.handle());
      await this.stored.keep(tx, by, reply);
      return reply;
    });
  }
}

/** Parses a handler's reply; an undeclared or missing key is a fault of ours and never leaves. */
export function parseReply(endpoint: Endpoint, reply: unknown): unknown {
  const parsed = endpoint.reply.safeParse(reply);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ');
  throw new Error(`Reply of ${endpoint.id} breaks its contract: ${places}`);
}

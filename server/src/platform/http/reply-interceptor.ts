import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { firstValueFrom, from, type Observable } from 'rxjs';
import type { Actor } from '../access/actor';
import { scopeOf } from '../access/scope';
import { Clock } from '../clock/clock';
import { type Tx, UnitOfWork } from '../database/unit-of-work';
import { Problem } from '../problems/problem';
import { keyOf } from './contract-guard';
import { type CallingRequest, ENDPOINT } from './handles';
import { requestHash } from './request-hash';

/** Parses every reply against its contract, so that nothing undeclared leaves, and runs keyed calls once. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
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
    if (endpoint.idempotent && actor && key) return this.once({ endpoint, actor, key, ...by });
    return parseReply(endpoint, await by.handle());
  }

  /**
   * The key is claimed in the transaction of the effect: a second call with it waits for the first to commit,
   * then gets the stored answer. Refusals roll back and store nothing.
   */
  private once(call: {
    endpoint: Endpoint;
    actor: Actor;
    key: string;
    request: CallingRequest;
    handle: () => Promise<unknown>;
  }): Promise<unknown> {
    const identity = [call.actor.personId, call.endpoint.id, call.key];
    const hash = requestHash(call.request);
    return this.unitOfWork.run(scopeOf(call.actor), async (tx) => {
      const claimed = await tx.query(
        `insert into idempotency_keys (person_id, endpoint, key, request_hash, reply, created_at)
         values ($1, $2, $3, $4, 'null', $5) on conflict do nothing returning key`,
        [...identity, hash, this.clock.now()],
      );
      if (claimed.length === 0) return storedReply(tx, { identity, hash, request: call.request });
      const reply = parseReply(call.endpoint, await call.handle());
      await tx.query(
        'update idempotency_keys set reply = $4 where person_id = $1 and endpoint = $2 and key = $3',
        [...identity, JSON.stringify(reply)],
      );
      return reply;
    });
  }
}

async function storedReply(
  tx: Tx,
  asked: { identity: string[]; hash: string; request: CallingRequest },
): Promise<unknown> {
  const [row] = await tx.query<{ request_hash: string; reply: unknown }>(
    'select request_hash, reply from idempotency_keys where person_id = $1 and endpoint = $2 and key = $3',
    asked.identity,
  );
  if (!row || row.request_hash !== asked.hash) throw new Problem('IDEMPOTENCY_KEY_REUSED');
  asked.request.call?.http.reply.header('idempotency-replayed', 'true');
  return row.reply;
}

/** Parses a handler's reply; an undeclared or missing key is a fault of ours and never leaves. */
export function parseReply(endpoint: Endpoint, reply: unknown): unknown {
  const parsed = endpoint.reply.safeParse(reply);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ');
  throw new Error(`Reply of ${endpoint.id} breaks its contract: ${places}`);
}

import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import type { z } from 'zod';
import { type Actor, may } from '../access/actor';
import { Config } from '../config/config';
import { fieldsInvalid, Problem } from '../problems/problem';
import { fieldProblemsOf } from './field-problems';
import { FreshCode } from './fresh-code';
import { type Call, type CallingRequest, ENDPOINT } from './handles';
import { RequestContext } from './request-context';
import { requestHash } from './request-hash';

/**
 * Reads the contract and refuses what it does not allow: another site, no session, half a session, a missing
 * permission, unreadable input, a missing version, key or fresh code. No contract: refused.
 */
@Injectable()
export class ContractGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
    private readonly freshCode: FreshCode,
    private readonly context: RequestContext,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint) throw new Problem('NOT_ALLOWED');
    if (endpoint.demoOnly && !this.config.hasDemoControls) throw new Problem('NOT_FOUND');
    const request = context.switchToHttp().getRequest<CallingRequest>();
    if (endpoint.method !== 'GET' && !endpoint.isHook) this.refuseOtherSites(request);
    const actor = this.admit(endpoint, request.user);
    refuseOtherFiles(endpoint.upload?.types ?? JSON_ONLY, request);
    const call: Call<Endpoint> = {
      ...inputOf(endpoint, request),
      endpoint,
      actor,
      version: endpoint.ifMatch ? versionOf(request) : 0,
      file: fileOf(endpoint, request),
      http: { request, reply: context.switchToHttp().getResponse() },
    };
    if (endpoint.idempotent && !keyOf(request)) throw new Problem('IDEMPOTENCY_KEY_REQUIRED');
    await this.claimFreshCode(endpoint, { actor, request });
    request.call = call;
    const facts = this.context.current();
    if (facts && actor) facts.personId = actor.personId;
    return true;
  }

  /** Fetch Metadata first, the Origin header where a browser sends none. */
  private refuseOtherSites(request: CallingRequest): void {
    const site = request.headers['sec-fetch-site'];
    if (site === 'same-origin') return;
    if (site !== undefined || !isOwnOrigin(request)) throw new Problem('CROSS_SITE');
  }

  private admit(endpoint: Endpoint, actor: Actor | undefined): Actor | null {
    const { access } = endpoint;
    if (access === 'public') return actor ?? null;
    if (!actor) throw new Problem('NOT_SIGNED_IN');
    if (access === 'half') return actor;
    const needs = typeof access === 'string' ? access : access.needs;
    if (needs === 'enrolling' && actor.level === 'enrolling') return actor;
    // Policy clause 2: no business data before the second factor.
    if (actor.level !== 'full') throw new Problem('SECOND_FACTOR_REQUIRED');
    if (needs !== 'person' && needs !== 'enrolling' && !may(actor, needs)) throw new Problem('NOT_ALLOWED');
    if (actor.acting && isOfPerson(access)) throw new Problem('NOT_ALLOWED');
    return actor;
  }

  private async claimFreshCode(
    endpoint: Endpoint,
    by: { actor: Actor | null; request: CallingRequest },
  ): Promise<void> {
    if (typeof endpoint.access === 'string' || !endpoint.access.fresh || !by.actor) return;
    // Whoever enrols the first factor has none to prove himself with; the password was given a moment ago.
    if (by.actor.level === 'enrolling') return;
    const code = by.request.headers['fresh-code'];
    if (typeof code !== 'string' || code === '') throw new Problem('FRESH_CODE_REQUIRED');
    await this.freshCode.claim(by.actor, {
      code,
      endpoint: endpoint.id,
      operation: operationOf(endpoint, by.request),
    });
  }
}

/** PRODUCT: while acting for a trader nobody touches factors or credentials, his own included. */
function isOfPerson(access: Endpoint['access']): boolean {
  const { needs, fresh = false } = typeof access === 'string' ? { needs: access } : access;
  return needs === 'enrolling' || (needs === 'person' && fresh);
}

/** What a fresh code is given for: this endpoint with exactly this address and body. SHA-256, hex. */
export function operationOf(endpoint: Endpoint, request: CallingRequest): string {
  return createHash('sha256')
    .update(`${endpoint.id}\n${requestHash(request)}`)
    .digest('hex');
}

/** True when the `Origin` header names this very host; `null` and what is no address do not. */
function isOwnOrigin({ headers }: CallingRequest): boolean {
  return URL.canParse(headers.origin ?? '') && new URL(headers.origin ?? '').host === headers.host;
}

/** The file of an upload; a hook is taken as it came, though it is JSON. */
function fileOf(endpoint: Endpoint, request: CallingRequest): Buffer {
  const given = endpoint.isHook ? request.rawBody : request.body;
  return Buffer.isBuffer(given) ? given : Buffer.alloc(0);
}

const JSON_ONLY = ['application/json'];

/** A body is JSON, or one of the kinds that the contract of an upload names; forms and plain text never. */
function refuseOtherFiles(types: readonly string[], request: CallingRequest): void {
  const given = request.headers['content-type'];
  // What carries no body needs no type; an upload always has one.
  if (given === undefined && types === JSON_ONLY && request.body === undefined) return;
  const type = (given ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) throw new Problem('WRONG_FILE_TYPE', { types: types.join(', ') });
}

/** The `Idempotency-Key` of a request, if it is one. */
export function keyOf(request: CallingRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : undefined;
}

function versionOf(request: CallingRequest): number {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '');
  if (!match) throw new Problem('VERSION_REQUIRED');
  return Number(match[1]);
}

function inputOf(
  endpoint: Endpoint,
  request: CallingRequest,
): { params: unknown; query: unknown; body: unknown } {
  const params = endpoint.params.safeParse(request.params ?? {});
  // A malformed id is answered like an unknown one: it tells nothing.
  if (!params.success) throw new Problem('NOT_FOUND');
  const query = endpoint.query.safeParse(request.query ?? {});
  const body = endpoint.upload
    ? { success: true as const, data: {} }
    : endpoint.body.safeParse(request.body ?? {});
  const issues: z.core.$ZodIssue[] = [
    ...(query.success ? [] : query.error.issues),
    ...(body.success ? [] : body.error.issues),
  ];
  if (!query.success || !body.success) throw fieldsInvalid(fieldProblemsOf(issues));
  return { params: params.data, query: query.data, body: body.data };
}

import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { ENDPOINT } from '../../../platform/http/handles';

/** Puts the actor on the request if there is one; the contract guard decides who is let in. */
@Injectable()
export class SessionGuard extends AuthGuard('session-cookie') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (endpoint?.access === 'public') return true;
    return (await super.canActivate(context)) as boolean;
  }

  /** No session is not an error here. */
  override handleRequest<Actor>(error: unknown, actor: Actor | false): Actor {
    if (error) throw error;
    return (actor || undefined) as Actor;
  }
}

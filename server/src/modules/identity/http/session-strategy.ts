import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-jwt';
import type { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { Sessions } from '../app/sessions';
import { SessionCookies, TOKEN_AUDIENCE, TOKEN_ISSUER, tokenKeyOf } from './session-cookies';

interface Claims {
  sid?: unknown;
  exp?: unknown;
}

/** Reads the access token from its cookie; the session row decides. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session-cookie') {
  constructor(
    config: Config,
    cookies: SessionCookies,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {
    super({
      jwtFromRequest: (request: unknown) =>
        cookies.read((request as FastifyRequest).headers.cookie, 'session') ?? null,
      // The types of passport-jwt lag behind jsonwebtoken, which takes a key object as it is.
      secretOrKey: tokenKeyOf(config) as KeyObject & Buffer,
      algorithms: ['HS256'],
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
      // Business time is the injected clock, so the expiry is judged below and not by the library.
      ignoreExpiration: true,
    });
  }

  /** The actor, or `false`, which the guard turns into `NOT_SIGNED_IN`. */
  async validate(claims: Claims): Promise<Actor | false> {
    const isExpired = typeof claims.exp !== 'number' || claims.exp * 1000 <= this.clock.now().getTime();
    if (isExpired || typeof claims.sid !== 'string') return false;
    return (await this.sessions.read(claims.sid)) ?? false;
  }
}

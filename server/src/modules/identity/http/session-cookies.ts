import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { parse, serialize } from 'cookie';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import type { OpenedSession } from '../app/sessions';

const ACCESS_SECONDS = 300;
const DAY_SECONDS = 86_400;
export const TOKEN_ISSUER = 'portal';
export const TOKEN_AUDIENCE = 'portal-session';

/** Both tokens live in HttpOnly cookies only; `__Host-` where there is TLS. */
@Injectable()
export class SessionCookies {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly jwt: JwtService,
  ) {}

  /** Name of a cookie on this installation. */
  nameOf(kind: 'session' | 'refresh'): string {
    return this.config.hasTls ? `__Host-${kind}` : kind;
  }

  read(header: string | undefined, kind: 'session' | 'refresh'): string | undefined {
    return parse(header ?? '')[this.nameOf(kind)];
  }

  /** Sets the short access token, which carries nothing but the session's id, and the refresh token. */
  set(reply: FastifyReply, opened: OpenedSession): void {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    const access = this.jwt.sign(
      { sid: opened.sessionId, iat: issuedAt, exp: issuedAt + ACCESS_SECONDS },
      { issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, algorithm: 'HS256' },
    );
    reply.header('set-cookie', [
      this.cookie('session', access, DAY_SECONDS),
      this.cookie('refresh', opened.refreshToken, DAY_SECONDS),
    ]);
  }

  clear(reply: FastifyReply): void {
    reply
      .header('set-cookie', [this.cookie('session', '', 0), this.cookie('refresh', '', 0)])
      .header('clear-site-data', '"cache"');
  }

  private cookie(kind: 'session' | 'refresh', value: string, maxAge: number): string {
    return serialize(this.nameOf(kind), value, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.hasTls,
      path: '/',
      maxAge,
    });
  }
}

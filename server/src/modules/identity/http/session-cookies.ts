import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { CHALLENGE_MINUTES, KNOWN_DEVICE_DAYS } from '@qafila/shared/identity/identity.rules';
import { parse, serialize } from 'cookie';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import type { OpenedSession } from '../app/refresh-tokens';

const ACCESS_SECONDS = 300;
const DAY_SECONDS = 86_400;
/** A passkey sign-in lasts as long as its challenge. */
const CHALLENGE_SECONDS = CHALLENGE_MINUTES.value * 60;
export type CookieKind = 'session' | 'refresh' | 'device' | 'passkey';
export const TOKEN_ISSUER = 'portal';
export const TOKEN_AUDIENCE = 'portal-session';

/** The key of the access tokens. As bytes, every token would first be tried as a key pair, which costs a millisecond. */
export const tokenKeyOf = (config: Config): KeyObject => createSecretKey(config.values.SESSION_KEY.reveal());

/** Both tokens live in HttpOnly cookies only; `__Host-` where there is TLS. */
@Injectable()
export class SessionCookies {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly jwt: JwtService,
  ) {}

  /** Name of a cookie on this installation. */
  nameOf(kind: CookieKind): string {
    return this.config.hasTls ? `__Host-${kind}` : kind;
  }

  read(header: string | undefined, kind: CookieKind): string | undefined {
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

  /** Remembers a browser in which somebody signed in; it opens nothing, it only tells the owner's own devices. */
  setDevice(reply: FastifyReply, token: string): void {
    reply.header('set-cookie', [this.cookie('device', token, KNOWN_DEVICE_DAYS.value * DAY_SECONDS)]);
  }

  /** Binds a challenge that nobody is signed in for to the browser that asked for it. */
  setPasskey(reply: FastifyReply, token: string): void {
    reply.header('set-cookie', [this.cookie('passkey', token, token === '' ? 0 : CHALLENGE_SECONDS)]);
  }

  clear(reply: FastifyReply): void {
    reply
      .header('set-cookie', [this.cookie('session', '', 0), this.cookie('refresh', '', 0)])
      .header('clear-site-data', '"cache"');
  }

  private cookie(kind: CookieKind, value: string, maxAge: number): string {
    return serialize(this.nameOf(kind), value, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.hasTls,
      path: '/',
      maxAge,
    });
  }
}

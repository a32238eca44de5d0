import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, callerFrom } from '../app/caller';
import type { Entered } from '../app/complete-sign-in';
import { SessionCookies } from './session-cookies';

interface Http {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Who calls, read from a request before anybody is signed in; and the cookies of somebody who is in. */
@Injectable()
export class Callers {
  constructor(private readonly cookies: SessionCookies) {}

  of({ http }: { readonly http: Http }): Caller {
    const { headers, ip } = http.request;
    return callerFrom({
      agent: headers['user-agent'] ?? '',
      ip,
      device: this.cookies.read(headers.cookie, 'device'),
    });
  }

  /** Cookies of a whole session, and of the browser it was opened in. */
  enter({ http }: { readonly http: Http }, entered: Entered): void {
    this.cookies.set(http.reply, entered.opened);
    this.cookies.setDevice(http.reply, entered.device);
  }
}

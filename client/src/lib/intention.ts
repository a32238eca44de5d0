import { useState } from 'react';
import { isRefused, newKey } from './call';

/**
 * One thing a person means to do, and its key. The same key as long as nobody knows whether it was done, so that
 * pressing again does nothing twice; another one after a refusal, or where something else is sent.
 */
export class Intention {
  private key = newKey();
  private sent: string | undefined;

  /** Sends `body` under the key of this intention. */
  async send<Body, Answer>(
    body: Body,
    by: (body: Body, idempotencyKey: string) => Promise<Answer>,
  ): Promise<Answer> {
    const text = JSON.stringify(body);
    if (this.sent !== undefined && this.sent !== text) this.renew();
    this.sent = text;
    try {
      return await by(body, this.key);
    } catch (error) {
      if (isRefused(error)) this.renew();
      throw error;
    }
  }

  /** It is done: the next press means to do it once more. */
  renew(): void {
    this.key = newKey();
    this.sent = undefined;
  }
}

/** The intention of one form. */
export const useIntention = (): Intention => useState(() => new Intention())[0];

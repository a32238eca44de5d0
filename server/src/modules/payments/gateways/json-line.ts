import type { GatewayId } from '@qafila/shared/payments/methods';
import type { z } from 'zod';
import { parseLossless, writeLossless } from '../../../platform/outside/lossless-json';
import type { OutsideCall, OutsideLine } from '../../../platform/outside/outside-line';
import { GatewayRefused, OutcomeUnknown, PaymentNotFound } from '../domain/gateways/gateway-failure';
import { asOutcome } from './outcome';

export interface JsonCall extends Pick<OutsideCall, 'method' | 'path' | 'mayRepeat'> {
  readonly body?: unknown;
}

/**
 * Answers of whoever stands before the gateway, or of one that is busy with the same thing: they say nothing about what
 * was asked, which an earlier try may have done.
 */
const SAYS_NOTHING = new Set([401, 403, 408, 425]);
const CONFLICT = 409;

/** A gateway that speaks JSON, numbers kept as text both ways. */
export class JsonLine {
  constructor(
    private readonly gateway: GatewayId,
    private readonly line: OutsideLine,
    private readonly authorization: string,
  ) {}

  /** Asks and reads the answer by its schema. Throws the failures of the port. */
  async ask<S extends z.ZodType>(call: JsonCall, schema: S): Promise<z.output<S>> {
    const { status, body } = await this.send(call);
    if (status === 404) throw new PaymentNotFound(this.gateway, call.path);
    if (status >= 400) throw this.refusal(status, codeOf(body));
    return this.read(body, schema);
  }

  /** A conflict is the gateway's own refusal only where it names one. */
  private refusal(status: number, code: string | undefined): GatewayRefused | OutcomeUnknown {
    const isUnknown = SAYS_NOTHING.has(status) || (status === CONFLICT && code === undefined);
    return isUnknown
      ? new OutcomeUnknown(this.gateway, `answered ${status}`)
      : new GatewayRefused(this.gateway, code ?? `http_${status}`);
  }

  private async send({
    body,
    ...call
  }: JsonCall): Promise<{ readonly status: number; readonly body: string }> {
    const headers = {
      authorization: this.authorization,
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    try {
      return await this.line.send({
        ...call,
        headers,
        ...(body !== undefined && { body: writeLossless(body) }),
      });
    } catch (error) {
      throw asOutcome(this.gateway, error);
    }
  }

  private read<S extends z.ZodType>(text: string, schema: S): z.output<S> {
    const parsed = schema.safeParse(parsedOrNull(text));
    if (!parsed.success) throw new OutcomeUnknown(this.gateway, 'an answer that cannot be read');
    return parsed.data;
  }
}

function parsedOrNull(text: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    return null;
  }
}

/** A code, and no sentence: those may name people. */
const CODE = /^[\w.-]{1,64}$/;

/** The gateway's own code of a refusal, where its body names one. */
function codeOf(text: string): string | undefined {
  const body = parsedOrNull(text);
  if (typeof body !== 'object' || body === null) return undefined;
  const { errorType, error, message } = body as Readonly<Record<string, unknown>>;
  return [errorType, error, message].find(
    (code): code is string => typeof code === 'string' && CODE.test(code),
  );
}

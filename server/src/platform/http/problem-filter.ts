import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { localeFromHeader } from '@qafila/shared/kernel/locale';
import { fillSentence, type ProblemBody } from '@qafila/shared/kernel/problem';
import { PROBLEMS, type ProblemCode } from '@qafila/shared/registry/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../log/log';
import { Problem } from '../problems/problem';
import { BODY_LIMIT_MB, UPLOAD_LIMIT_MB } from './limits';
import { asMessageParams } from './message-params';
import { RequestContext } from './request-context';

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'UNREADABLE',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  415: 'WRONG_FILE_TYPE',
};

/** Turns whatever was thrown into `application/problem+json`; unknown errors say nothing but a request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly context: RequestContext,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = asProblem(error, isUpload(request) ? UPLOAD_LIMIT_MB : BODY_LIMIT_MB);
    const requestId = this.context.current()?.requestId ?? String(request.id);
    if (PROBLEMS[problem.code].report) {
      this.log.error('request failed', {
        requestId,
        method: request.method,
        route: request.routeOptions?.url,
        error,
      });
    }
    if (problem.code === 'TOO_MANY_TRIES') reply.header('retry-after', String(problem.params.seconds ?? 1));
    reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(
        JSON.stringify(problemBody(problem, { requestId, language: request.headers['accept-language'] })),
      );
  }
}

const isUpload = (request: FastifyRequest): boolean => /xml/.test(request.headers['content-type'] ?? '');

function asProblem(error: unknown, limitMb: number): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  const code = CODE_OF_STATUS[status] ?? 'UNEXPECTED';
  if (code === 'TOO_LARGE') return new Problem(code, { limitMb });
  return code === 'WRONG_FILE_TYPE' ? new Problem(code, { types: 'application/json' }) : new Problem(code);
}

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;

/** The body of a problem, said in the reader's language. */
export function problemBody(
  problem: Problem,
  to: { requestId: string; language: string | undefined },
): ProblemBody {
  const locale = localeFromHeader(to.language);
  const spec = PROBLEMS[problem.code];
  return {
    type: `urn:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
    title: spec.say.en,
    status: problem.status,
    detail: fillSentence(spec.say[locale], asMessageParams(problem.params, locale)),
    code: problem.code,
    params: { ...problem.params },
    requestId: to.requestId,
    ...(problem.fields.length > 0 ? { fields: [...problem.fields] } : {}),
  };
}

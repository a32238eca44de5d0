import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { systemScope } from '../access/scope';
import { UnitOfWork } from '../database/unit-of-work';

/** `/healthz`: the process lives. `/readyz`: it reaches its database. Neither tells more. */
export function serveHealth(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const unitOfWork = app.get(UnitOfWork);
  fastify.get('/healthz', (_request: FastifyRequest, reply: FastifyReply) => reply.send({ ok: true }));
  fastify.get('/readyz', async (_request: FastifyRequest, reply: FastifyReply) => {
    try {
      await unitOfWork.runApart(systemScope('readiness'), (tx) => tx.query('select 1'));
      return reply.send({ ok: true });
    } catch {
      return reply.status(503).send({ ok: false });
    }
  });
}

import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { VerifyAudit } from './modules/oversight/app/verify-audit';
import { DemoClock } from './platform/clock/demo-clock';
import { UnsafeConfiguration } from './platform/config/config';
import { refuse } from './platform/process/refuse';

/** `npm run audit:verify`: says where the audit trail is not what it was; ends with 1 when it is not. */
async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule, { abortOnError: false, logger: false });
  await app.get(DemoClock).follow();
  const { links, seals, faults } = await app.get(VerifyAudit, { strict: false }).run();
  const lines = faults.map(
    ({ kind, chainId, seq, eventId }) =>
      `${kind}: ${chainId === null ? `seal ${seq}` : `chain ${chainId}, link ${seq ?? 'none'}, event ${eventId ?? 'none'}`}`,
  );
  process.stdout.write(
    [...lines, `${links} links, ${seals} signed heads, ${faults.length} faults`, ''].join('\n'),
  );
  await app.close();
  process.exit(faults.length > 0 ? 1 : 0);
}

main().catch((error: unknown) => refuse(error, error instanceof UnsafeConfiguration));

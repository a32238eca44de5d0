import type { INestApplicationContext } from '@nestjs/common';
import { LostFactor } from '../modules/identity/app/lost-factor';
import type { Cast } from './cast';

const WHO = 'driss@qafila.example';

/** A designer whose phone is gone asks to enrol again; two of the store have to agree. */
export async function tellLostFactor(app: INestApplicationContext, cast: Cast): Promise<void> {
  const half = { ...cast.as(WHO), level: 'half' as const };
  const lost = app.get(LostFactor, { strict: false });
  const { case: told } = await lost.read(half);
  if (told) return;
  await lost.open(
    half,
    'My phone fell off the scooter on the way to the studio and is gone; the codes were on it too. Call me at my desk, extension 214, any time before four.',
  );
}

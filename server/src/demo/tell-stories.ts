import type { INestApplicationContext } from '@nestjs/common';
import { Clock, MovableClock } from '../platform/clock/clock';
import { JobRunner } from '../platform/jobs/job-runner';
import { tellApplications } from './application-story';
import { tellBriefStory } from './brief-story';
import { Cast } from './cast';
import { DEMO_ORDERS, type DemoOrder } from './demo-orders';
import { tellLostFactor } from './factor-story';
import { tellFilesStory } from './files-story';
import { draftOrder, payOpenOrders, submitDraft } from './order-story';
import { tellPeopleStory } from './people-story';
import { tellSpecStory } from './spec-story';
import { tellStoreStory } from './store-story';
import { handOver, packAll } from './warehouse-story';

const DAY_MS = 86_400_000;

/** Plays what the demo companies did before today, through the real use cases and at the time it happened. */
export async function tellStories(app: INestApplicationContext): Promise<void> {
  const clock = app.get(Clock) as MovableClock;
  const cast = await Cast.of(app);
  try {
    for (const order of DEMO_ORDERS) {
      if (await cast.hasOrder(order)) continue;
      clock.moveTo(-order.daysAgo * DAY_MS);
      await tell(app, cast, order);
    }
  } finally {
    clock.moveTo(0);
  }
  await tellPeopleStory(app, cast);
  await tellFilesStory(app, cast);
  await tellBriefStory(app, cast);
  await tellSpecStory(app, cast);
  await tellStoreStory(app, cast);
  await tellApplications(app);
  await tellLostFactor(app, cast);
  await app.get(JobRunner).sweep();
}

async function tell(app: INestApplicationContext, cast: Cast, order: DemoOrder): Promise<void> {
  const draft = await draftOrder(app, cast, order);
  if (order.until === 'draft') return;
  await submitDraft(app, cast, { order, draft });
  const jobs = app.get(JobRunner);
  await jobs.sweep();
  if (order.until === 'submitted') return;
  await payOpenOrders(app, cast);
  await jobs.sweep();
  const parcels = await packAll(app, cast, { orderId: draft.id, leave: order.leaveUnpacked });
  await handOver(app, cast, parcels);
  await jobs.sweep();
}

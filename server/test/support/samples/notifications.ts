import { firstOf, type Sample, type Samples } from './sample';

const aMail: Sample = async (at) => ({
  params: await firstOf<{ id: string }>(at.world.app, 'select id from mails order by id limit 1'),
});

export const notificationsSamples: Samples = {
  'notifications.demo_mail': aMail,
  'notifications.demo_mail_page': aMail,
};

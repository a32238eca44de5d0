import { firstOf, type Sample, type Samples } from './sample';

const aMail: Sample = async (at) => ({
  params: await firstOf<{ id: string }>(at.world.app, 'select id from mails order by id limit 1'),
});

/** A notice of somebody of the company; whoever else reads it finds nothing. */
const aNotice: Sample = async (at) => ({
  params: await firstOf<{ id: string }>(
    at.world.app,
    'select id from notices where company_id = $1 order by id limit 1',
    [at.company.companyId],
  ),
});

export const notificationsSamples: Samples = {
  'notifications.demo_mail': aMail,
  'notifications.demo_mail_page': aMail,
  'notifications.read': aNotice,
  'notifications.put_wishes': () => ({
    body: {
      wishes: [{ event: 'order_confirmed', channel: 'digest' }],
      quiet: { from: 22, to: 7 },
      digestHour: 8,
    },
  }),
};

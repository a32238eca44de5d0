import type { FulfilmentState } from './badges';

const DONE = ['delivered', 'returned'];
const MOVING = ['handed_over', 'in_transit', 'exception', 'returning'];
const WAITING = ['planned', 'on_hold'];

/** One word for all parcels of an order: the slowest counts, a started one lifts it out of "not started". */
export function fulfilmentOf(states: readonly string[]): FulfilmentState {
  const open = states.filter((state) => state !== 'cancelled');
  if (open.length === 0 || open.every((state) => WAITING.includes(state))) return 'not_started';
  if (open.every((state) => DONE.includes(state))) return 'delivered';
  return open.every((state) => DONE.includes(state) || MOVING.includes(state))
    ? 'on_the_way'
    : 'in_warehouse';
}

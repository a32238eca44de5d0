import type { Capabilities } from '../../domain/gateways/gateway';
import type { Bench } from './bench';

type Flag = {
  [K in keyof Capabilities]-?: boolean extends Capabilities[K] ? K : never;
}[keyof Capabilities];

/** One promise that every adapter keeps. */
export interface ContractCase {
  readonly name: string;
  /** Capabilities it is about. Where one is missing, `without` says what happens instead. */
  readonly needs?: readonly Flag[];
  readonly run: (bench: Bench) => Promise<void>;
  readonly without?: (bench: Bench) => Promise<void>;
}

/** True when the gateway can what the case is about. */
export const isFor = (given: ContractCase, capabilities: Capabilities): boolean =>
  (given.needs ?? []).every((flag) => capabilities[flag]);

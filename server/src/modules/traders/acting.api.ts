/** Staff began to act for a trader; payload `ActingBegan`, under the company. */
export const ACTING_BEGAN = 'traders.acting_began';
export interface ActingBegan {
  /** Packed: code and words (`shared/traders/acting.rules`). */
  readonly reason: string;
  readonly personId: string;
}

/** A company was suspended, returned or closed by staff; payload `CompanyMoved`, under the company. */
export const COMPANY_MOVED = 'traders.company_moved';
export interface CompanyMoved {
  readonly step: 'suspend' | 'activate' | 'close';
  readonly reason: string;
}

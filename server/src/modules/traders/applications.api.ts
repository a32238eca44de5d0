import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';
import { ApplicationQueueRepository, type WaitingApplications } from './db/application-queue.repository';

/** What waits for the store's reviewers. */
@Injectable()
export class Applications {
  constructor(private readonly queue: ApplicationQueueRepository) {}

  /** Applications that were sent and have no answer, and since when the oldest waits. Needs a staff scope. */
  waiting(tx: Tx): Promise<WaitingApplications> {
    return this.queue.waiting(tx);
  }
}

/** Told when an application was sent or sent again; payload `ApplicationEvent`. */
export const APPLICATION_SUBMITTED = 'traders.application_submitted';
/** Told when an application went back with changes asked; payload `ApplicationEvent`. */
export const CHANGES_REQUESTED = 'traders.changes_requested';
/** Told when an account was opened or a document renewed; payload `ApplicationEvent`. */
export const APPLICATION_APPROVED = 'traders.application_approved';
/** Told when an application was rejected; payload `ApplicationEvent`. */
export const APPLICATION_REJECTED = 'traders.application_rejected';
export interface ApplicationEvent {
  readonly applicationId: string;
}

/** Told 30, 7 and 0 days before a document's next confirmation; payload `DocumentDue`. */
export const DOCUMENT_DUE = 'traders.document_due';
export interface DocumentDue {
  readonly kind: string;
  readonly confirmBy: string;
  readonly daysLeft: number;
}
/** Told when a company was suspended, or let in again; payload `CompanyEvent`. */
export const COMPANY_SUSPENDED = 'traders.company_suspended';
export const COMPANY_REACTIVATED = 'traders.company_reactivated';
export interface CompanyEvent {
  readonly reason: string;
}

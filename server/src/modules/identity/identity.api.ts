import type { TraderPermission } from '@qafila/shared/access/permissions';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../platform/access/actor';
import type { Tx } from '../../platform/database/unit-of-work';

/** A person whose mail is proved by the link he followed. */
export interface NewPerson {
  readonly kind: 'trader' | 'staff';
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  /** Clear text; checked against length and known passwords. */
  readonly password: string;
}
/** How to reach somebody. */
export interface Contact {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** People as other modules may touch them: by id, never by password or factor. */
export abstract class People {
  /** Creates a person without a factor. Throws `PASSWORD_KNOWN` or `PASSWORD_TOO_SHORT`. */
  abstract create(tx: Tx, given: NewPerson): Promise<string>;
  /** The person a mail belongs to, if any; the answer never leaves the server. */
  abstract findByMail(
    tx: Tx,
    email: string,
  ): Promise<{ readonly personId: string; readonly kind: 'trader' | 'staff' } | null>;
  abstract contactsOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Contact>>;
  /** The next call of each of these sessions is refused: a role changed, or somebody left. */
  abstract endSessions(
    tx: Tx,
    given: {
      readonly personIds: readonly string[];
      readonly companyId: string | null;
      readonly reason: string;
    },
  ): Promise<void>;
}

/** Sessions as other modules may open them; each sets the cookies of the reply. */
export abstract class SessionDoor {
  /** After a proved mail and a new password: a session that can do nothing but enrol a factor. */
  abstract beginEnrolment(
    tx: Tx,
    given: { readonly personId: string; readonly reply: FastifyReply; readonly agent: string },
  ): Promise<void>;
  /** Staff enter a company for fifteen idle minutes; their own session waits and is given back by `endActing`. */
  abstract beginActing(
    tx: Tx,
    given: {
      readonly actor: Actor;
      readonly companyId: string;
      readonly reason: string;
      readonly reply: FastifyReply;
      readonly agent: string;
    },
  ): Promise<void>;
  abstract endActing(tx: Tx, given: { readonly actor: Actor; readonly reply: FastifyReply }): Promise<void>;
}

/** Limits of the links that other modules mail: to be counted before a token is looked up or a password is hashed. */
export abstract class LinkTries {
  /** Counts a try for the caller's network, together with the links of identity, and for the link itself. Throws `TOO_MANY_TRIES`. */
  abstract count(given: { readonly ip: string; readonly token: string }): Promise<void>;
}

/** Cases of lost factors, as far as others show that they wait. */
export abstract class FactorCases {
  /** Those that this person of the staff can still approve, and since when the oldest waits. */
  abstract waitingFor(
    tx: Tx,
    personId: string,
  ): Promise<{ readonly count: number; readonly oldest: Date | null }>;
}

/** Told when somebody has a factor for the first time; payload `PersonEnrolled`. */
export const PERSON_ENROLLED = 'identity.person_enrolled';
export interface PersonEnrolled {
  readonly personId: string;
}

/** Told when somebody proved his mail and opened a company; payload `PersonRegistered`. */
export const PERSON_REGISTERED = 'identity.person_registered';
export interface PersonRegistered {
  readonly personId: string;
  readonly companyId: string;
}

/** What a registering person says of his company. */
export interface NewCompany {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly ownerId: string;
}
/** Opens companies; traders may provide it, until then identity writes the row in state `pending` itself. */
export abstract class CompanyOpening {
  /** Adds the company and its owner, a member in state `enrolling`. Returns the company's id. */
  abstract open(tx: Tx, given: NewCompany): Promise<string>;
}

/** What a company's own roles grant a person; traders provide it globally, without it they grant nothing. */
export abstract class OwnRoles {
  abstract permissionsOf(
    tx: Tx,
    given: { readonly companyId: string; readonly personId: string },
  ): Promise<readonly TraderPermission[]>;
}

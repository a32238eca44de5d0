import type { BriefState } from '@qafila/shared/branding/branding.lifecycle';
import { BRIEF_PARTS, type BriefFields, type BriefPart } from '@qafila/shared/branding/brief-views';
import type { FieldProblem } from '@qafila/shared/kernel/problem';

export interface BriefKey {
  readonly companyId: string;
  readonly id: string;
}
export interface Brief extends BriefKey {
  readonly code: string;
  readonly brandProfileId: string;
  readonly packagingSpecId: string | null;
  readonly productIds: readonly string[];
  readonly quantity: number | null;
  readonly state: BriefState;
  readonly version: number;
  readonly title: string;
  readonly objectives: string;
  readonly mustHave: readonly string[];
  readonly mustNot: readonly string[];
  readonly languages: BriefFields['languages'];
  readonly deadline: string | null;
  /** People whose approval its proofs need. */
  readonly approvalsNeeded: number;
  /** What the design team asked last, while the brief waits for the answer. */
  readonly question: string | null;
  readonly roundsIncluded: number;
  readonly roundsBought: number;
  readonly roundsUsed: number;
  readonly assigneeId: string | null;
  readonly gatekeeperId: string | null;
  readonly dueAt: Date | null;
  readonly promisedAt: Date | null;
  readonly changedAt: Date;
  readonly submittedAt: Date | null;
}

/** A brief before anything is typed. */
export const NO_FIELDS: Omit<BriefFields, 'brandProfileId'> = {
  packagingSpecId: null,
  productIds: [],
  quantity: null,
  title: '',
  objectives: '',
  mustHave: [],
  mustNot: [],
  references: [],
  languages: [],
  deadline: null,
  approvalsNeeded: 1,
};

/** What a brief cannot be sent without and does not have. */
export function missingParts(
  brief: Pick<Brief, 'title' | 'packagingSpecId' | 'productIds' | 'quantity' | 'objectives' | 'languages'>,
): BriefPart[] {
  const has: Readonly<Record<BriefPart, boolean>> = {
    title: brief.title.length > 0,
    packaging: brief.packagingSpecId !== null,
    products: brief.productIds.length > 0,
    quantity: brief.quantity !== null,
    objectives: brief.objectives.length > 0,
    languages: brief.languages.length > 0,
  };
  return BRIEF_PARTS.filter((part) => !has[part]);
}

const FIELD_OF = {
  title: 'title',
  packaging: 'packagingSpecId',
  products: 'productIds',
  quantity: 'quantity',
  objectives: 'objectives',
  languages: 'languages',
} as const satisfies Record<BriefPart, keyof BriefFields>;
/** The same as faults of its fields. */
export const missingFields = (brief: Brief): FieldProblem[] =>
  missingParts(brief).map((part) => ({
    path: FIELD_OF[part],
    code: part === 'packaging' ? 'BRIEF_NEEDS_PACKAGING' : 'required',
    params: {},
  }));

/** What else stands against sending, beside what is missing. */
export interface SendingFacts {
  readonly isBrandActive: boolean;
  /** A reference is still being checked, was rejected or is gone. */
  readonly hasOpenFiles: boolean;
  /** The calendar day in Riyadh. */
  readonly today: string;
}
export function sendingBlockers(brief: Brief, facts: SendingFacts): string[] {
  return [
    ...(missingParts(brief).length > 0 ? ['BRIEF_INCOMPLETE'] : []),
    ...(facts.isBrandActive ? [] : ['BRIEF_BRAND_IDLE']),
    ...(brief.deadline !== null && brief.deadline < facts.today ? ['BRIEF_DEADLINE_PAST'] : []),
    ...(facts.hasOpenFiles ? ['BRIEF_FILES_OPEN'] : []),
  ];
}

export const isOutOfRounds = (
  brief: Pick<Brief, 'roundsIncluded' | 'roundsBought' | 'roundsUsed'>,
): boolean => brief.roundsUsed >= brief.roundsIncluded + brief.roundsBought;

/** A version, a question or a quote waits for the trader's answer: the store owes nothing and sends nothing. */
export const isWithTrader = (brief: Pick<Brief, 'dueAt'>): boolean => brief.dueAt === null;

/** What stands against sending another version, whoever made it. */
export const sendingProofBlockers = (brief: Brief): string[] => [
  ...(isOutOfRounds(brief) ? ['BRIEF_ROUND_NEEDS_QUOTE'] : []),
  ...(isWithTrader(brief) ? ['PROOF_WITH_TRADER'] : []),
];

/** Facts of the lifecycle where nothing of the content is judged. */
export const briefFacts = (brief: Brief) => ({ blockers: [], isOutOfRounds: isOutOfRounds(brief) });

export const roundsOf = (brief: Pick<Brief, 'roundsIncluded' | 'roundsBought' | 'roundsUsed'>) => ({
  included: brief.roundsIncluded,
  bought: brief.roundsBought,
  used: brief.roundsUsed,
});

/** Over for good: nothing is written on it any more. */
export const isOver = (state: BriefState): boolean => state === 'approved' || state === 'cancelled';

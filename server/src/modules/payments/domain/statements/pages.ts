import type { FoundStatement } from './parsed';

/** One page of a statement; banks cut long ones. */
export interface Page extends Omit<FoundStatement, 'pages'> {
  readonly page: number;
  readonly isLast: boolean;
}
export interface JoinedPages<P extends Page> {
  readonly found: FoundStatement;
  readonly pages: readonly P[];
  /** The page that does not begin where the one before it ended. */
  readonly broken: P | undefined;
}

/** Pages that follow each other in the file become one statement; what lacks its first or last page says so. */
export function joinedPages<P extends Page>(pages: readonly P[]): JoinedPages<P>[] {
  const groups: P[][] = [];
  for (const page of pages) {
    const last = groups.at(-1);
    if (last && isNext(last.at(-1), page)) last.push(page);
    else groups.push([page]);
  }
  return groups.flatMap(joinedGroup);
}

const isNext = (before: Page | undefined, page: Page): boolean =>
  before !== undefined &&
  !before.isLast &&
  page.account === before.account &&
  page.number === before.number &&
  page.page === before.page + 1;

function joinedGroup<P extends Page>(pages: readonly P[]): JoinedPages<P>[] {
  const [first, last] = [pages[0], pages.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { page, isLast: _, ...head } = first;
  const isWhole = page === 1 && last.isLast;
  return [
    {
      pages,
      broken: pages.find((each, i) => i > 0 && !continues(pages[i - 1], each)),
      found: {
        ...head,
        number: isWhole ? head.number : `${head.number} p${page}`,
        pages: pages.length,
        told:
          pages.length === 1 || pages.every((each) => String(each.told) === String(head.told))
            ? head.told
            : [],
        balanceDates: pages.flatMap((each) => each.balanceDates),
        closing: last.closing,
        lines: pages.flatMap((each) => each.lines),
        pending: pages.reduce((sum, each) => sum + each.pending, 0),
        isCopy: pages.some((each) => each.isCopy),
      },
    },
  ];
}

/** A page that tells no balance between its pages leaves nothing to compare. */
const continues = (before: Page | undefined, page: Page): boolean =>
  before === undefined || before.closing === null || page.opening === null || before.closing === page.opening;

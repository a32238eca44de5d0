import { wordsPlace } from '../../src/platform/audit/audit';
import type { TestApp } from './test-app';

/** The words of the newest event of a kind, opened; `undefined` when nobody wrote any. */
export async function auditWordsOf(app: TestApp, event: string): Promise<string | undefined> {
  const [row] = await app.system((tx) =>
    tx.query<{ id: string; company_id: string | null; words: string | null }>(
      `select id, company_id, after->>'wordsEnc' as words from audit_event where event = $1 order by id desc limit 1`,
      [event],
    ),
  );
  if (!row?.words) return undefined;
  return (await app.sealer(row.company_id)).open(wordsPlace(row.id), row.words);
}

/** True when a text stands somewhere in the trail for anybody to read. */
export const isClearInTrail = (app: TestApp, text: string): Promise<boolean> =>
  app.system(async (tx) => {
    const found = await tx.query(
      'select 1 from audit_event e where strpos(to_jsonb(e)::text, $1) > 0 limit 1',
      [text],
    );
    return found.length > 0;
  });

import { listProfileVersions, type ProfileVersion } from '@qafila/shared/branding/profiles.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { usePages } from '../../../lib/use-pages';
import { Card } from '../../../ui/card';
import { Code } from '../../../ui/money';
import { PagedList } from '../../../ui/paged-list';
import { useChangeWords } from './use-change-words';

const PAGE = 10;
const SHOWN_HASH = 12;

/** What was saved when, by whom, and what was otherwise than before. */
export function ProfileHistory({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('profiles');
  const pages = usePages<ProfileVersion, Awaited<ReturnType<typeof load>>>(
    ['brand', 'versions', id],
    (after, signal) => load(id, after, signal),
  );
  return (
    <Card title={t('history.title')}>
      <PagedList pages={pages} empty={null}>
        <ol className="profile-versions">
          {pages.rows.map((row) => (
            <Version key={row.version} row={row} />
          ))}
        </ol>
      </PagedList>
    </Card>
  );
}

const load = (id: string, after: string | undefined, signal: AbortSignal) =>
  call(listProfileVersions, {
    params: { id },
    query: { limit: PAGE, ...(after ? { after } : {}) },
    signal,
  });

function Version({ row }: { readonly row: ProfileVersion }): ReactNode {
  const { t } = useTranslation('profiles');
  const format = useFormats();
  const changeWords = useChangeWords();
  const date = format.dateTime(row.savedAt);
  return (
    <li>
      <div className="between">
        <b>{t('list.version', { version: format.number(row.version) })}</b>
        <span className="small muted">
          {row.savedBy ? t('history.by', { name: `\u2068${row.savedBy}\u2069`, date }) : date}
        </span>
      </div>
      {row.changes.length === 0 ? (
        <p className="small muted">{t('history.first')}</p>
      ) : (
        <ul className="profile-changes small">
          {row.changes.map((change) => (
            <li key={change.path}>{changeWords(change)}</li>
          ))}
        </ul>
      )}
      <span className="small muted">
        {t('history.hash')} <Code>{row.sha256.slice(0, SHOWN_HASH)}</Code>
      </span>
    </li>
  );
}

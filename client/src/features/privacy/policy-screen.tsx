import './styles/privacy.css';
import { seePolicy } from '@qafila/shared/privacy/privacy.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { useLocale } from '../../lib/i18n/locale';
import { sessionQuery } from '../../lib/session';
import { ToggleChip } from '../../ui/chip';
import { SelectField } from '../../ui/field';
import { LanguageMenu } from '../../ui/language-menu';
import { Mark } from '../../ui/mark';
import { CardsSkeleton } from '../../ui/skeleton';
import { ErrorState } from '../../ui/states';
import { myPolicyQuery, policiesQuery, policyQuery } from './api';
import { PolicyArticle, PolicyChanges } from './policy-article';

/** Version and comparison live in the address: `?v=2&since=1`. */
function useChoice() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = (next: { v?: number | undefined; since?: number | undefined }): void =>
    void navigate({ to: '/policy', search: next, replace: true });
  const numberOf = (value: unknown): number | null => {
    const number = Number(value);
    return value !== undefined && Number.isInteger(number) && number > 0 ? number : null;
  };
  return { version: numberOf(search.v), since: numberOf(search.since), choose };
}

/** The policy as anybody may read it, each version in the reader's language, with what changed. */
export function PolicyScreen(): ReactNode {
  const { t } = useTranslation('privacy');
  const list = useQuery(policiesQuery);
  const { version, since, choose } = useChoice();
  const shown = version ?? list.data?.current ?? null;
  return (
    <main id="main" className="policy" tabIndex={-1}>
      <title>{`${t('title')} · Qafila`}</title>
      <header className="policy-head">
        <Link to="/" className="mark">
          <Mark />
          <span translate="no">{t('app:brand')}</span>
        </Link>
        <LanguageMenu />
      </header>
      <div className="policy-body">
        <h1>{t('title')}</h1>
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <CardsSkeleton />}
        {list.data && shown !== null && (
          <>
            <Editions versions={list.data.versions} shown={shown} since={since} onChoose={choose} />
            <Reading version={shown} since={since} />
            {shown === list.data.current && <Seen version={shown} />}
          </>
        )}
      </div>
    </main>
  );
}

interface EditionsProps {
  readonly versions: readonly { readonly version: number; readonly publishedAt: string | null }[];
  readonly shown: number;
  readonly since: number | null;
  readonly onChoose: (next: { v?: number | undefined; since?: number | undefined }) => void;
}

function Editions({ versions, shown, since, onChoose }: EditionsProps): ReactNode {
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const said = ({ version, publishedAt }: EditionsProps['versions'][number]): string =>
    publishedAt === null
      ? t('firstEdition', { version: format.number(version) })
      : t('edition', { version: format.number(version), date: format.date(publishedAt) });
  const before = since ?? shown - 1;
  return (
    <div className="policy-editions">
      {versions.length > 1 && (
        <SelectField
          label={t('version')}
          value={String(shown)}
          options={versions.map((each) => ({ value: String(each.version), text: said(each) }))}
          onChange={(value) => onChoose({ v: Number(value) })}
        />
      )}
      {versions.length === 1 && versions[0] && <p className="muted">{said(versions[0])}</p>}
      {shown > 1 && (
        <ToggleChip
          on={since !== null}
          onToggle={() => onChoose({ v: shown, since: since === null ? shown - 1 : undefined })}
        >
          {t('showChanges', { version: format.number(before) })}
        </ToggleChip>
      )}
    </div>
  );
}

function Reading({ version, since }: { readonly version: number; readonly since: number | null }): ReactNode {
  const { t } = useTranslation('privacy');
  const { locale } = useLocale();
  const now = useQuery(policyQuery(version, locale));
  const isCompared = since !== null && since < version;
  const before = useQuery({ ...policyQuery(since ?? 1, locale), enabled: isCompared });
  const failed = now.error ?? (isCompared ? before.error : null);
  if (failed)
    return <ErrorState error={failed} onRetry={() => void Promise.all([now.refetch(), before.refetch()])} />;
  if (!now.data || (isCompared && !before.data)) return <CardsSkeleton />;
  return (
    <>
      {version === 1 && locale !== 'no' && <p className="small muted">{t('translation')}</p>}
      {isCompared && before.data ? (
        <PolicyChanges before={before.data.text} after={now.data.text} locale={locale} />
      ) : (
        <PolicyArticle text={now.data.text} locale={locale} />
      )}
    </>
  );
}

/** Policy clause 9: who saw which version is recorded when a signed-in person reads the one in force. */
function Seen({ version }: { readonly version: number }): ReactNode {
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const client = useQueryClient();
  const session = useQuery(sessionQuery).data ?? null;
  const canRecord = session !== null && session.acting === null;
  const mine = useQuery({ ...myPolicyQuery, enabled: canRecord });
  const isNew = mine.data !== undefined && mine.data.seen?.version !== version;
  useEffect(() => {
    if (!isNew) return;
    void call(seePolicy, { quiet: true, body: { version } })
      .then(() => client.invalidateQueries({ queryKey: myPolicyQuery.queryKey }))
      .catch(() => undefined);
  }, [isNew, version, client]);
  if (mine.data?.seen?.version !== version) return null;
  return <p className="small muted">{t('seen', { date: format.dateTime(mine.data.seen.at) })}</p>;
}

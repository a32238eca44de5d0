import '../styles/identity.css';
import { type FactorCaseView, readFactorCase } from '@qafila/shared/identity/lost-factor.contract';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { Timeline } from '../../../ui/timeline';
import { CaseChip } from './case-chip';
import { DecideCase } from './decide-case';

/** One case: what the person wrote, hints whether it is really him, and the two approvals. */
export function FactorCaseScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const found = useQuery({
    queryKey: ['factor-case', id],
    queryFn: () => call(readFactorCase, { params: { id } }),
    staleTime: 0,
  });
  const view = found.data;
  return (
    <Page
      title={view?.person.name ?? t('cases.title')}
      heading={<bdi>{view?.person.name ?? t('cases.title')}</bdi>}
      sub={view && <CaseChip state={view.state} />}
      actions={
        <LinkButton to="/staff/lost-factors" size="small">
          {t('cases.toList')}
        </LinkButton>
      }
    >
      {found.isPending && <CardsSkeleton />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {view && (
        <div className="columns">
          <div className="stack stack-wide">
            <Card title={t('cases.wrote')}>
              <p className="case-text" dir="auto">
                {view.text}
              </p>
            </Card>
            <DecideCase view={view} onDecided={() => void found.refetch()} />
            <Decisions view={view} />
          </div>
          <Facts view={view} />
        </div>
      )}
    </Page>
  );
}

interface FactsProps {
  readonly view: FactorCaseView;
}

function Facts({ view }: FactsProps): ReactNode {
  const { t } = useTranslation('identity');
  const format = useFormats();
  const { locale } = useLocale();
  const { signals, company } = view;
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['email', <Code key="email">{view.email}</Code>],
    ...(company
      ? [
          [
            'company',
            <bdi key="company">{(locale === 'ar' ? company.nameArabic : null) ?? company.nameLatin}</bdi>,
          ] as const,
        ]
      : []),
    ['opened', format.dateTime(view.openedAt)],
    ['registered', format.date(signals.registeredAt)],
    ['lastSignIn', signals.lastSignInAt ? format.dateTime(signals.lastSignInAt) : t('cases.signal.never')],
    ['casesBefore', format.number(signals.casesBefore)],
    ['openSession', t(signals.hasOpenSession ? 'cases.signal.yes' : 'cases.signal.no')],
  ];
  return (
    <Card title={t('cases.signals')}>
      <dl className="rows case-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="muted">{t(`cases.signal.${name}`)}</dt>
            <dd className="long-mail">{value}</dd>
          </div>
        ))}
      </dl>
      {signals.hasOpenSession && <p className="small warn">{t('cases.openSessionText')}</p>}
    </Card>
  );
}

function Decisions({ view }: FactsProps): ReactNode {
  const { t } = useTranslation('identity');
  const format = useFormats();
  if (view.decisions.length === 0) return null;
  return (
    <Card title={t('cases.decisions')}>
      <Timeline
        items={view.decisions.map(({ by, decision, note, at }) => ({
          key: at,
          what: (
            <>
              <b>{t(`cases.${decision}d`, { by: `\u2068${by}\u2069` })}</b>
              <br />
              <bdi>{note}</bdi>
            </>
          ),
          when: format.dateTime(at),
        }))}
      />
      {view.waitUntil !== null && view.state === 'approved' && (
        <p className="small muted">{t('cases.waitsUntil', { date: format.dateTime(view.waitUntil) })}</p>
      )}
    </Card>
  );
}

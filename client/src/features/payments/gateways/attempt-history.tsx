import { ACCOUNT_MOVEMENTS } from '@qafila/shared/payments/account.rules';
import type { AttemptDetail } from '@qafila/shared/payments/gateways.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Code, Money } from '../../../ui/money';
import { Timeline } from '../../../ui/timeline';

/** What the ledger has of an attempt, posting by posting. */
export function AttemptLedger({ attempt }: { readonly attempt: AttemptDetail }): ReactNode {
  const { t } = useTranslation('gateways');
  const format = useFormats();
  return (
    <div className="stack">
      <h3>{t('detail.entries')}</h3>
      {attempt.entries.length === 0 && <p className="muted">{t('detail.entriesNone')}</p>}
      {attempt.entries.map((entry) => (
        <div key={`${entry.kind} ${entry.at}`}>
          <div className="between small">
            <b>{format.words(ACCOUNT_MOVEMENTS[entry.kind])}</b>
            <span className="muted">{format.dateTime(entry.at)}</span>
          </div>
          <dl className="rows small">
            {entry.postings.map(({ account, amount }) => (
              <div key={`${account} ${amount.currency}`}>
                <dt className="muted">{t(`account.${account}`)}</dt>
                <dd>
                  <Money of={amount} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}

/** What happened to an attempt, the newest first. */
export function AttemptHistory({ attempt }: { readonly attempt: AttemptDetail }): ReactNode {
  const { t } = useTranslation('gateways');
  const format = useFormats();
  const happened: readonly { readonly at: string; readonly what: ReactNode }[] = [
    { at: attempt.startedAt, what: t('detail.started') },
    ...attempt.hooks.map(({ event, at }) => ({
      at,
      what: (
        <>
          {t('detail.hook')} <Code>{event}</Code>
        </>
      ),
    })),
    ...attempt.settled.map(({ flag, person, at, words }) => ({
      at,
      what: (
        <>
          {t('detail.settled', { flag: t(`flag.${flag}`), person: format.isolate(person) })}
          <br />
          <bdi>{words}</bdi>
        </>
      ),
    })),
  ];
  const items = happened
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ at, what }, position) => ({ key: `${at} ${position}`, what, when: format.dateTime(at) }));
  return (
    <div className="stack-tight">
      <h3>{t('detail.history')}</h3>
      <Timeline items={items} />
    </div>
  );
}

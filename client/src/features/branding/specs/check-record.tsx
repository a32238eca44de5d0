import type { DesignSpecView } from '@qafila/shared/branding/production-spec-views';
import { designSpecSheet } from '@qafila/shared/branding/production-specs.contract';
import { STAFF_LOCALES } from '@qafila/shared/kernel/locale';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Card } from '../../../ui/card';
import { HashLine } from './hash-line';

/** Who made it, when it was signed, who checked it, and the sheet for production. */
export function CheckRecord({ spec }: { readonly spec: DesignSpecView }): ReactNode {
  const { t } = useTranslation(['checks', 'specs', 'packaging']);
  const { locale } = useLocale();
  const { date, dateTime } = useFormats();
  const lang = STAFF_LOCALES.find((each) => each === locale) ?? 'en';
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('queue.maker'), spec.madeBy !== null && <bdi>{spec.madeBy}</bdi>],
    [t('record.checker'), spec.checkedBy !== null && <bdi>{spec.checkedBy}</bdi>],
    [t('record.checked'), spec.checkedAt !== null && dateTime(spec.checkedAt)],
    [
      t('specs:state.released'),
      spec.releasedAt !== null && t('record.since', { when: date(spec.releasedAt) }),
    ],
    [t('packaging:terms.minimum'), t('packaging:terms.pieces', { count: spec.minimumPieces })],
    [t('packaging:terms.lead'), t('packaging:terms.days', { count: spec.leadDays })],
  ];
  return (
    <Card title={t('record.title')}>
      {spec.refusedFor !== null && (
        <blockquote className="brief-question" dir="auto">
          {spec.refusedFor}
        </blockquote>
      )}
      <dl className="brief-facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <ol className="spec-approvals" aria-label={t('record.approvals')}>
        {spec.approvals.map(({ at, hash }) => (
          <li key={hash}>
            <b>{t('record.approved')}</b>
            <span className="small muted">{dateTime(at)}</span>
            <HashLine of={hash} label={t('specs:approvals.hash')} />
          </li>
        ))}
      </ol>
      <div>
        <a
          className="btn"
          href={rawUrl(designSpecSheet, { params: { id: spec.id }, query: { lang } })}
          download
        >
          <Download size={16} aria-hidden />
          {t('specs:now.sheet')}
        </a>
      </div>
    </Card>
  );
}

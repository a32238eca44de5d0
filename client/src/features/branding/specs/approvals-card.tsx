import type { SpecView } from '@qafila/shared/branding/production-spec-views';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Card } from '../../../ui/card';
import { HashLine } from './hash-line';
import { standingOf } from './spec-state';

/** Who approved and when, and what the technical check said. */
export function ApprovalsCard({ spec }: { readonly spec: SpecView }): ReactNode {
  const { t } = useTranslation('specs');
  const format = useFormats();
  return (
    <Card title={t('approvals.title')}>
      {spec.approvals.length === 0 && <p className="small muted">{t('approvals.none')}</p>}
      <ol className="spec-approvals">
        {spec.approvals.map((each) => (
          <li key={each.hash}>
            <b>
              <bdi>{each.name}</bdi>
              {each.isMine && <span className="muted"> {t('approvals.you')}</span>}
            </b>
            <span className="small muted">{format.dateTime(each.at)}</span>
            <HashLine of={each.hash} label={t('approvals.hash')} />
          </li>
        ))}
      </ol>
      <h3>{t('check.title')}</h3>
      <CheckLine spec={spec} />
    </Card>
  );
}

function CheckLine({ spec }: { readonly spec: SpecView }): ReactNode {
  const { t } = useTranslation('specs');
  const { dateTime } = useFormats();
  const at = spec.checkedAt ?? spec.lockedAt;
  const word = standingOf(spec) === 'refused' ? 'check.refused' : 'check.passed';
  return <p className="small">{at === null ? t('check.waiting') : t(word, { when: dateTime(at) })}</p>;
}

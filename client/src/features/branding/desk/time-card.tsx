import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Card } from '../../../ui/card';
import { MoveChip } from '../briefs/brief-state';
import { DueChip } from './due-chip';

/** When the work is due, whose move it is, and how many rounds are used. */
export function TimeCard({ brief }: { readonly brief: DesignBriefView }): ReactNode {
  const { t } = useTranslation(['desk', 'briefs']);
  const format = useFormats();
  const { rounds } = brief;
  const facts: [string, ReactNode][] = [
    ['due', brief.turn === null ? null : <DueChip key="due" due={brief.dueAt} />],
    ['dueAt', brief.dueAt && format.dateTime(brief.dueAt)],
    ['turn', brief.turn && <MoveChip key="turn" of={brief} reader="store" />],
    ['submitted', brief.submittedAt && format.dateTime(brief.submittedAt)],
    ['deadline', brief.deadline && format.date(brief.deadline)],
    ['rounds', t('briefs:rounds.of', { used: rounds.used, all: rounds.included + rounds.bought })],
    ['todos', brief.openTodos > 0 && format.number(brief.openTodos)],
  ];
  return (
    <Card title={t('time.title')}>
      <dl className="rows">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt className="muted">{t(`time.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Card>
  );
}

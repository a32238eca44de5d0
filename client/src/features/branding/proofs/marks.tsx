import type { ProofView } from '@qafila/shared/branding/proof-views';
import { Eye, Gavel, MessageSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Card } from '../../../ui/card';

const KINDS = [
  ['viewed', 'viewedAt', Eye],
  ['commented', 'commentedAt', MessageSquare],
  ['decided', 'decidedAt', Gavel],
] as const;

/** Who of the company has looked, written and decided, and when. */
export function Marks({ marks }: { readonly marks: ProofView['marks'] }): ReactNode {
  const { t } = useTranslation('proofs');
  const { dateTime } = useFormats();
  if (marks.length === 0) return null;
  return (
    <Card title={t('marks.title')}>
      <ul className="proof-marks-list">
        {marks.map((mark) => (
          <li key={mark.name}>
            <bdi>{mark.name}</bdi>
            <ul className="small muted">
              {KINDS.map(([kind, at, Icon]) => {
                const when = mark[at];
                return (
                  when !== null && (
                    <li key={kind}>
                      <Icon size={13} aria-hidden /> {t(`marks.${kind}`)} {dateTime(when)}
                    </li>
                  )
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}

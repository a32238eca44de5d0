import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../ui/money';
import { LineSteps, type LineStepsProps } from './line-steps';
import { MatchChips } from './match-chips';
import { chipsOf, has, isOpen, type Line } from './match-facts';
import { MatchPart } from './match-part';

/** One line with everything it is for, explained, and what can be done with it. */
export function MatchDetail(props: LineStepsProps): ReactNode {
  const { t } = useTranslation('payments');
  const { line } = props;
  const isLive = line.matches.some(isOpen);
  const said = line.matches.length === 0 ? WITHOUT[line.state] : undefined;
  return (
    <section className="card card-pad stack" aria-label={t('list.match')}>
      {(line.matches.length !== 1 || line.state === 'ignored') && <LineHead line={line} />}
      {line.matches.map((match) => (
        <MatchPart key={match.id} line={line} match={match} onAsk={props.onAsk} />
      ))}
      <BankText line={line} />
      <ThirdParty line={line} />
      {said && <p>{t(said)}</p>}
      {line.ignoredReason !== null && (
        <p>
          {t('detail.ignoredText')} <bdi>{line.ignoredReason}</bdi>
        </p>
      )}
      {!line.isProven && <p className="small muted">{t('detail.unproven')}</p>}
      {line.maybeDouble && <p className="small muted">{t('detail.maybeDouble')}</p>}
      <LineSteps {...props} />
      {isLive && <p className="small muted">{t('detail.foot')}</p>}
    </section>
  );
}

/** What is said of a line that nothing is proposed for. */
const WITHOUT: Readonly<Partial<Record<Line['state'], string>>> = { imported: 'detail.noMatchText' };

function LineHead({ line }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation('payments');
  const isUnmatched = line.matches.length === 0 && line.state === 'imported';
  return (
    <>
      <div className="between detail-head">
        <h2>{t(isUnmatched ? 'detail.noMatch' : 'detail.line')}</h2>
        <MatchChips chips={chipsOf(line)} />
      </div>
      <p className="detail-amount">
        <Money of={line.amount} />
      </p>
    </>
  );
}

function BankText({ line }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation('payments');
  return (
    <p className="small muted">
      {t('detail.text')} · <bdi>{line.payerName}</bdi> · <bdi>{line.text}</bdi>
    </p>
  );
}

/** Somebody pays for a company who is not known as it: once for the line, whatever it is for. */
function ThirdParty({ line }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation('payments');
  const isFlagged = line.matches.some((match) => isOpen(match) && has(match, 'payer_third_party'));
  if (!isFlagged) return null;
  return (
    <div className="match-note">
      <b>{t('detail.thirdTitle')}</b>
      <p>{t('detail.thirdText')}</p>
    </div>
  );
}

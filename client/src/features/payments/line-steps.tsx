import { isNegative } from '@qafila/shared/kernel/money';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { useSay } from '../../lib/i18n/say';
import { usePermission } from '../../lib/session';
import { Button } from '../../ui/button';
import { canConfirm, canSplit, isOpen, type Line, writeOffOf } from './match-facts';
import { PartSteps } from './match-part';
import type { AskStep } from './use-asked';

export interface LineStepsProps {
  readonly line: Line;
  /** False while a selection waits: then its bar carries the one filled button. */
  readonly isPrimary: boolean;
  readonly onReview: () => void;
  readonly onAsk: AskStep;
}

/** What can be done with a line. */
export function LineSteps(props: LineStepsProps): ReactNode {
  const { line } = props;
  const mayConfirm = usePermission('transfer:confirm');
  const isLive = line.matches.some(isOpen);
  const mayAsk = mayConfirm && canSplit(line);
  const [only, another] = line.matches;
  if (!isLive && !mayAsk && !only) return null;
  return (
    <div className="inline detail-steps">
      {isLive && <ReviewStep {...props} />}
      {mayAsk && <HandSteps {...props} isLive={isLive} />}
      {only && !another && <PartSteps line={line} match={only} onAsk={props.onAsk} />}
    </div>
  );
}

function ReviewStep({ line, isPrimary, onReview }: LineStepsProps): ReactNode {
  const { t } = useTranslation('payments');
  const say = useSay();
  const mayConfirm = usePermission('transfer:confirm');
  const isSecond = line.matches.filter(isOpen).every(({ state }) => state === 'first_confirmed');
  const refusal = mayConfirm ? 'SECOND_PERSON_NEEDED' : 'NOT_ALLOWED';
  const reason = mayConfirm && canConfirm(line) ? undefined : say.reason({ code: refusal, params: {} });
  return (
    <Button
      kind={isPrimary ? 'primary' : 'plain'}
      onClick={onReview}
      {...(reason === undefined ? {} : { reason })}
    >
      {t(isSecond ? 'detail.reviewSecond' : 'detail.review')}
    </Button>
  );
}

/** Write a difference off, say by hand what the line is for, set it aside. */
function HandSteps({
  line,
  isPrimary,
  isLive,
  onAsk,
}: LineStepsProps & { readonly isLive: boolean }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const writeOff = writeOffOf(line);
  const isFirst = !isLive && isPrimary && !isNegative(line.amount);
  return (
    <>
      {writeOff && (
        <Button onClick={() => onAsk('writeOff', line.id)}>
          {t('writeOff.action', { amount: format.isolate(format.amount(writeOff.by)) })}
        </Button>
      )}
      <Button kind={isFirst ? 'primary' : 'plain'} onClick={() => onAsk('split', line.id)}>
        {t(isLive ? 'parts.split' : 'parts.find')}
      </Button>
      {!isLive && <Button onClick={() => onAsk('aside', line.id)}>{t('detail.setAside')}</Button>}
    </>
  );
}

import { PRICE_LISTS, type PriceList } from '@qafila/shared/catalogue/catalogue.rules';
import type { ReviewView } from '@qafila/shared/traders/application-views';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { SelectField } from '../../../ui/field';
import { isUnderReview } from './under-review';
import type { ReviewStep } from './use-review';
import { APPROVE_ID, SEND_BACK_ID } from './use-review-keys';

interface DecisionCardProps {
  readonly view: ReviewView;
  readonly busy: boolean;
  readonly onStep: (step: ReviewStep) => void;
  readonly onReject: () => void;
}

/** The decision: what the account opens with, or why it does not. */
export function DecisionCard(props: DecisionCardProps): ReactNode {
  const { t } = useTranslation('review');
  const { view } = props;
  if (view.heldBy !== null)
    return (
      <Card title={t('decision.title')} tone="warn">
        <p>{t('decision.heldBy', { name: view.heldBy })}</p>
      </Card>
    );
  return isUnderReview(view) ? <Decide {...props} /> : <Decided view={view} />;
}

/** Why the account cannot be opened now, in the words of the server. */
function useBlocker(view: ReviewView): string | undefined {
  const say = useSay();
  const open = view.items.filter((item) => item.verdict === 'open').length;
  const asked = view.items.filter((item) => item.verdict === 'change_asked').length;
  if (open > 0) return say.reason({ code: 'APPLICATION_ITEMS_OPEN', params: { count: open } });
  return asked > 0 ? say.reason({ code: 'APPLICATION_ITEMS_ASKED', params: { count: asked } }) : undefined;
}

function Decide({ view, busy, onStep, onReject }: DecisionCardProps): ReactNode {
  const { t } = useTranslation('review');
  const say = useSay();
  const isManager = view.managers.some((each) => each.personId === view.me);
  const [priceList, setPriceList] = useState<PriceList>('trade-b');
  const [manager, setManager] = useState(isManager ? view.me : (view.managers[0]?.personId ?? ''));
  const blocker = useBlocker(view);
  const hasAsked = view.items.some((item) => item.verdict === 'change_asked');
  const isOpening = view.kind === 'opening';
  return (
    <Card title={t('decision.title')}>
      {isOpening && (
        <>
          <SelectField
            label={t('decision.priceList')}
            value={priceList}
            options={PRICE_LISTS.map((value) => ({ value, text: t(`priceList.${value}`) }))}
            onChange={(value) => setPriceList(value === 'trade-a' ? 'trade-a' : 'trade-b')}
          />
          <SelectField
            label={t('decision.manager')}
            value={manager}
            options={view.managers.map(({ personId, name }) => ({
              value: personId,
              text: personId === view.me ? t('decision.me', { name }) : name,
            }))}
            onChange={setManager}
          />
        </>
      )}
      <div id={APPROVE_ID} className="decision-approve">
        <Button
          kind="primary"
          wide
          busy={busy}
          onClick={() => onStep({ kind: 'approve', priceList, accountManagerId: manager })}
          {...(blocker === undefined ? {} : { reason: blocker })}
        >
          {t(isOpening ? 'decision.approve' : 'decision.approveRenewal')}
        </Button>
      </div>
      <div className="review-verdicts">
        <div id={SEND_BACK_ID}>
          <Button
            wide
            onClick={() => onStep({ kind: 'send_back' })}
            {...(hasAsked ? {} : { reason: say.reason({ code: 'APPLICATION_NOTHING_ASKED', params: {} }) })}
          >
            {t('decision.sendBack')}
          </Button>
        </div>
        <Button kind="danger" onClick={onReject}>
          {t('decision.reject')}
        </Button>
      </div>
      {view.isMine && (
        <div className="between">
          <span className="small muted">{t('decision.mine')}</span>
          <Button size="small" kind="quiet" onClick={() => onStep({ kind: 'release' })}>
            {t('decision.release')}
          </Button>
        </div>
      )}
    </Card>
  );
}

const TONE = { approved: 'ok', rejected: 'bad', changes_requested: 'warn' } as const;

function Decided({ view }: { readonly view: ReviewView }): ReactNode {
  const { t } = useTranslation('review');
  const format = useFormats();
  const tone = view.state in TONE ? TONE[view.state as keyof typeof TONE] : 'plain';
  return (
    <Card title={t('decision.title')} aside={<Chip tone={tone}>{t(`state.${view.state}`)}</Chip>}>
      <dl className="rows">
        {view.decidedAt && (
          <div>
            <dt>{t('decision.when')}</dt>
            <dd>{format.dateTime(view.decidedAt)}</dd>
          </div>
        )}
        {view.opened?.priceList && (
          <div>
            <dt>{t('decision.priceList')}</dt>
            <dd>{t(`priceList.${view.opened.priceList}`)}</dd>
          </div>
        )}
        {view.opened?.accountManager && (
          <div>
            <dt>{t('decision.manager')}</dt>
            <dd>
              <bdi>{view.opened.accountManager}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {view.refusal && <p dir="auto">{view.refusal.text}</p>}
    </Card>
  );
}

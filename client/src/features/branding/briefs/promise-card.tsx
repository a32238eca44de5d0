import { businessMs, FIRST_PROOF_DAYS, REVISION_DAYS } from '@qafila/shared/branding/brief-clock.rules';
import type { BriefView, TurnView } from '@qafila/shared/branding/brief-views';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { lengthText } from '../../../lib/i18n/span';
import { Card } from '../../../ui/card';
import { Timeline } from '../../../ui/timeline';

const MINUTE_MS = 60_000;
/** Business time in which the trader had it: that much later is the promise. */
const heldMs = (turns: readonly TurnView[], now: Date): number =>
  turns
    .filter(({ side }) => side === 'trader')
    .reduce((sum, turn) => sum + businessMs(new Date(turn.from), turn.until ? new Date(turn.until) : now), 0);

/** When the work is promised, out of what that day was reckoned, and what happened so far. */
export function PromiseCard({ brief }: { readonly brief: BriefView }): ReactNode {
  const { t } = useTranslation('briefs');
  const format = useFormats();
  const { turns, promisedAt, deadline } = brief;
  const isOver = brief.state === 'approved' || brief.state === 'cancelled';
  return (
    <Card title={t('promise.title')}>
      <dl className="rows">
        {promisedAt !== null && !isOver && (
          <div>
            <dt className="muted">{t('promise.promised')}</dt>
            <dd>
              <b>{format.dateTime(promisedAt)}</b>
            </dd>
          </div>
        )}
        {deadline !== null && (
          <div>
            <dt className="muted">{t('promise.deadline')}</dt>
            <dd>{format.date(deadline)}</dd>
          </div>
        )}
        <div>
          <dt className="muted">{t('promise.rounds')}</dt>
          <dd>
            {t('rounds.of', { used: brief.rounds.used, all: brief.rounds.included + brief.rounds.bought })}
          </dd>
        </div>
      </dl>
      {promisedAt !== null && !isOver && <Reckoning turns={turns} />}
      <History brief={brief} />
    </Card>
  );
}

/** Why the promise is that day: the work, and the time the brief waited for the trader. */
function Reckoning({ turns }: { readonly turns: readonly TurnView[] }): ReactNode {
  const { t } = useTranslation('briefs');
  const { locale } = useLocale();
  const changes = turns.at(-1)?.leg ?? 0;
  const held = heldMs(turns, new Date());
  return (
    <ul className="brief-why small muted">
      <li>{t('promise.first', { count: FIRST_PROOF_DAYS.value })}</li>
      {changes > 0 && <li>{t('promise.changes', { count: changes * REVISION_DAYS.value })}</li>}
      <li>
        {held < MINUTE_MS ? t('promise.notHeld') : t('promise.held', { length: lengthText(held, locale) })}
      </li>
    </ul>
  );
}

interface Happening {
  readonly key: string;
  readonly at: string;
  readonly what: string;
}

const turnWord = (turn: TurnView, index: number): string => {
  if (index === 0) return 'history.sent';
  return turn.side === 'trader' ? 'history.toTrader' : 'history.toStore';
};

/** The trader's turn that begins with a version or a quote is told by that. */
const isToldElsewhere = ({ proofs, quote }: BriefView, turn: TurnView): boolean =>
  turn.side === 'trader' &&
  [...proofs.map(({ sentAt }) => sentAt), quote?.at ?? null].some(
    (at) => at !== null && Math.abs(Date.parse(at) - Date.parse(turn.from)) < MINUTE_MS,
  );

/** Turns and versions in the order they happened, the latest first. */
function History({ brief }: { readonly brief: BriefView }): ReactNode {
  const { t } = useTranslation('briefs');
  const format = useFormats();
  const happened: Happening[] = [
    ...brief.turns.flatMap((turn, index) =>
      isToldElsewhere(brief, turn)
        ? []
        : [{ key: `turn-${turn.from}`, at: turn.from, what: t(turnWord(turn, index)) }],
    ),
    ...brief.proofs.flatMap(({ id, version, sentAt, viewedAt }) => [
      ...(sentAt ? [{ key: `sent-${id}`, at: sentAt, what: t('history.version', { version }) }] : []),
      ...(viewedAt ? [{ key: `viewed-${id}`, at: viewedAt, what: t('history.viewed', { version }) }] : []),
    ]),
    ...(brief.quote ? [{ key: 'quote', at: brief.quote.at, what: t('history.quote') }] : []),
  ];
  const latest = [...happened].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section className="stack stack-tight" aria-label={t('history.title')}>
      <h3>{t('history.title')}</h3>
      <Timeline items={latest.map(({ key, at, what }) => ({ key, what, when: format.dateTime(at) }))} />
    </section>
  );
}

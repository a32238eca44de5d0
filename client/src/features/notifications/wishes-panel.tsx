import type { AnswerOf } from '@qafila/shared/access/endpoint';
import {
  isSecurityNotice,
  NOTICE_CHANNELS,
  NOTICE_GROUPS,
  type NoticeEvent,
  noticeEventSpec,
} from '@qafila/shared/notifications/notice-events';
import { type getWishes, putWishes } from '@qafila/shared/notifications/notifications.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { SelectField } from '../../ui/field';
import { TableSkeleton } from '../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../ui/states';
import { sayDone } from '../../ui/toast';
import { wishesQuery } from './api';

type Wishes = AnswerOf<typeof getWishes>;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const FIRST_QUIET = { from: 22, to: 7 };

/** How somebody wants to hear of each event, his quiet hours and the hour of his digest. */
export function WishesPanel(): ReactNode {
  const { t } = useTranslation('notices');
  const wishes = useQuery(wishesQuery);
  if (wishes.isPending) return <TableSkeleton rows={8} columns={2} />;
  if (wishes.isError)
    return <ErrorState error={wishes.error} what={t('failed')} onRetry={() => void wishes.refetch()} />;
  return <WishesForm known={wishes.data} />;
}

function WishesForm({ known }: { readonly known: Wishes }): ReactNode {
  const { t } = useTranslation('notices');
  const client = useQueryClient();
  const [draft, setDraft] = useState(known);
  const save = useMutation({
    mutationFn: () => {
      const { timeZone: _zone, ...body } = draft;
      return call(putWishes, { body });
    },
    onSuccess: (next) => {
      client.setQueryData(wishesQuery.queryKey, next);
      setDraft(next);
      sayDone(t('saved'));
    },
  });
  const isSame = JSON.stringify(draft) === JSON.stringify(known);
  const choose = (event: NoticeEvent, channel: string): void =>
    setDraft((before) => ({
      ...before,
      wishes: before.wishes.map((wish) =>
        wish.event === event
          ? { event, channel: NOTICE_CHANNELS.find((each) => each === channel) ?? wish.channel }
          : wish,
      ),
    }));
  return (
    <div className="stack">
      {NOTICE_GROUPS.map((group) => (
        <Card key={group} title={t(`group.${group}`)}>
          {group === 'security' && <p className="small muted">{t('always')}</p>}
          <ul className="wishes">
            {draft.wishes
              .filter((wish) => noticeEventSpec(wish.event).group === group)
              .map((wish) => (
                <WishRow key={wish.event} {...wish} onChoose={choose} />
              ))}
          </ul>
        </Card>
      ))}
      <HoursCard draft={draft} onChange={setDraft} />
      <ErrorLine error={save.error} />
      <div className="form-end">
        <Button
          kind="primary"
          busy={save.isPending}
          onClick={() => save.mutate()}
          {...(isSame ? { reason: t('same') } : {})}
        >
          {t('save')}
        </Button>
      </div>
    </div>
  );
}

interface RowProps {
  readonly event: NoticeEvent;
  readonly channel: string;
  readonly onChoose: (event: NoticeEvent, channel: string) => void;
}

function WishRow({ event, channel, onChoose }: RowProps): ReactNode {
  const { t } = useTranslation('notices');
  const name = t(`event.${event}`);
  return (
    <li>
      <span>{name}</span>
      {isSecurityNotice(event) ? (
        <span className="small muted">{t('channel.mail')}</span>
      ) : (
        <select
          className="input"
          aria-label={t('how', { event: name })}
          value={channel}
          onChange={(change) => onChoose(event, change.target.value)}
        >
          {NOTICE_CHANNELS.map((each) => (
            <option key={each} value={each}>
              {t(`channel.${each}`)}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}

interface HoursProps {
  readonly draft: Wishes;
  readonly onChange: (draft: Wishes) => void;
}

function HoursCard({ draft, onChange }: HoursProps): ReactNode {
  const { t } = useTranslation('notices');
  const format = useFormats();
  const { quiet } = draft;
  const options = HOURS.map((hour) => ({
    value: String(hour),
    text: `${String(hour).padStart(2, '0')}:00`,
  }));
  return (
    <Card title={t('hours.title')}>
      <label className="wish-check">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) => onChange({ ...draft, quiet: event.target.checked ? FIRST_QUIET : null })}
        />
        {t('hours.quiet')}
      </label>
      <div className="hours">
        {quiet && (
          <>
            <SelectField
              label={t('hours.from')}
              value={String(quiet.from)}
              options={options}
              onChange={(value) => onChange({ ...draft, quiet: { ...quiet, from: Number(value) } })}
            />
            <SelectField
              label={t('hours.to')}
              value={String(quiet.to)}
              options={options}
              onChange={(value) => onChange({ ...draft, quiet: { ...quiet, to: Number(value) } })}
            />
          </>
        )}
        <SelectField
          label={t('hours.digest')}
          value={String(draft.digestHour)}
          options={options}
          onChange={(value) => onChange({ ...draft, digestHour: Number(value) })}
        />
      </div>
      <p className="small muted">
        {t('hours.zone', { zone: format.isolate(draft.timeZone.split('/')[1] ?? draft.timeZone) })}
      </p>
    </Card>
  );
}

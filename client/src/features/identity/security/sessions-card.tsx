import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { closeOtherSessions, closeSession, listSessions } from '@qafila/shared/identity/sessions.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleHelp, Laptop, type LucideIcon, Smartphone, Tablet } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { Code } from '../../../ui/money';
import { Bone, Loading } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { sayDone, sayFault } from '../../../ui/toast';

type Row = AnswerOf<typeof listSessions>['rows'][number];
const KEY = ['sessions'];
const ICON: Readonly<Record<Row['device']['kind'], LucideIcon>> = {
  computer: Laptop,
  phone: Smartphone,
  tablet: Tablet,
  unknown: CircleHelp,
};

function useClosing() {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const fresh = () => client.invalidateQueries({ queryKey: KEY });
  const one = useMutation({
    mutationFn: (id: string) => call(closeSession, { params: { id } }),
    onSuccess: () => sayDone(t('sessions.closed')),
    onError: sayFault,
    onSettled: fresh,
  });
  const others = useMutation({
    mutationFn: () => call(closeOtherSessions),
    onSuccess: () => sayDone(t('sessions.othersClosed')),
    onError: sayFault,
    onSettled: fresh,
  });
  return { one, others };
}

/** Where the account is open now: device, place, factor, last use; each can be closed from here. */
export function SessionsCard(): ReactNode {
  const { t } = useTranslation('identity');
  const list = useQuery({ queryKey: KEY, queryFn: () => call(listSessions), staleTime: 0 });
  const { one, others } = useClosing();
  const rows = list.data?.rows ?? [];
  const hasOthers = rows.some((row) => !row.isThis);
  return (
    <Card
      title={t('sessions.title')}
      aside={
        hasOthers ? (
          <Button size="small" kind="danger" busy={others.isPending} onClick={() => others.mutate()}>
            {t('sessions.closeOthers')}
          </Button>
        ) : undefined
      }
    >
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Loading>
          <div className="stack">
            <Bone height={40} />
            <Bone height={40} />
          </div>
        </Loading>
      )}
      <ul className="factor-list">
        {rows.map((row) => (
          <SessionRow
            key={row.id}
            row={row}
            isBusy={one.isPending && one.variables === row.id}
            onClose={() => one.mutate(row.id)}
          />
        ))}
      </ul>
      {list.data && !hasOthers && <p className="small muted">{t('sessions.onlyThis')}</p>}
    </Card>
  );
}

interface SessionRowProps {
  readonly row: Row;
  readonly isBusy: boolean;
  readonly onClose: () => void;
}

function SessionRow({ row, isBusy, onClose }: SessionRowProps): ReactNode {
  const { t } = useTranslation('identity');
  const format = useFormats();
  const { browser, system } = row.device;
  const Icon = ICON[row.device.kind];
  const device = [browser, system].filter((part) => part !== null).join(' · ') || t('sessions.unknown');
  return (
    <li>
      <Icon size={20} aria-hidden />
      <div className="grow">
        <b>
          <bdi>{device}</bdi>
        </b>{' '}
        {row.isThis && <Chip tone="ok">{t('sessions.this')}</Chip>}
        <p className="small muted">
          {row.network !== null && (
            <>
              <Code>{row.network}</Code>
              {' · '}
            </>
          )}
          {row.factor && `${t(`sessions.factor.${row.factor}`)} · `}
          {t('sessions.used', { date: format.dateTime(row.lastUsedAt) })}
          {row.company !== null && (
            <>
              {' · '}
              <bdi>{row.company}</bdi>
            </>
          )}
        </p>
      </div>
      {!row.isThis && (
        <Button size="small" busy={isBusy} label={t('sessions.closeNamed', { device })} onClick={onClose}>
          {t('sessions.close')}
        </Button>
      )}
    </li>
  );
}

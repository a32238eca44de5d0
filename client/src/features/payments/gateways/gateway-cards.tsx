import { countryName } from '@qafila/shared/kernel/country-name';
import type { GatewayView } from '@qafila/shared/payments/gateways.contract';
import { sayNotOffered } from '@qafila/shared/payments/method-reasons';
import { methodName } from '@qafila/shared/payments/methods';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { GATEWAY_NAMES } from './gateway-names';
import { gatewaysQuery } from './use-gateways';

const TONE = { ready: 'ok', down: 'bad', off: 'plain' } as const;

/** Each gateway: how it stands, when it was heard of, and which of its methods are offered. */
export function GatewayCards(): ReactNode {
  const gateways = useQuery(gatewaysQuery);
  if (gateways.isError) return <ErrorState error={gateways.error} onRetry={() => void gateways.refetch()} />;
  if (!gateways.data) return <CardsSkeleton cards={4} />;
  return (
    <div className="gateway-cards">
      {gateways.data.rows.map((gateway) => (
        <GatewayCard key={gateway.id} gateway={gateway} />
      ))}
    </div>
  );
}

function GatewayCard({ gateway }: { readonly gateway: GatewayView }): ReactNode {
  const { t } = useTranslation('gateways');
  const format = useFormats();
  const { locale } = useLocale();
  const when = (at: string | null): string => (at === null ? t('card.never') : format.dateTime(at));
  const { failures, lastFailureAt } = gateway;
  return (
    <Card
      title={<bdi>{GATEWAY_NAMES[gateway.id]}</bdi>}
      aside={
        <span className="inline-tight">
          {gateway.place !== null && <Chip>{t(`card.place.${gateway.place}`)}</Chip>}
          <Chip tone={TONE[gateway.state]}>{t(`card.state.${gateway.state}`)}</Chip>
        </span>
      }
      className="stack"
    >
      <dl className="rows">
        <div>
          <dt className="muted">{t('card.country')}</dt>
          <dd>{countryName(gateway.country, locale)}</dd>
        </div>
        <div>
          <dt className="muted">{t('card.answer')}</dt>
          <dd>{when(gateway.lastAnswerAt)}</dd>
        </div>
        <div>
          <dt className="muted">{t('card.hook')}</dt>
          <dd>{when(gateway.lastHookAt)}</dd>
        </div>
        <div>
          <dt className="muted">{t('card.failure')}</dt>
          <dd>
            {when(lastFailureAt)}
            {failures > 0 && <div className="small warn">{t('card.failures', { count: failures })}</div>}
          </dd>
        </div>
      </dl>
      <Methods methods={gateway.methods} />
    </Card>
  );
}

function Methods({ methods }: Pick<GatewayView, 'methods'>): ReactNode {
  const { t } = useTranslation('gateways');
  const { locale } = useLocale();
  const offered = methods.filter(({ refusal }) => refusal === null);
  const refusals = methods.flatMap(({ refusal }) => refusal ?? []);
  return (
    <div className="stack offered">
      <h3>{t('card.offered')}</h3>
      {offered.length === 0 ? (
        <p className="muted">{t('card.offeredNone')}</p>
      ) : (
        <ul className="inline">
          {offered.map(({ method }) => (
            <li key={method}>
              <Chip tone="ok">
                <bdi>{methodName(method, locale)}</bdi>
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {refusals.length > 0 && (
        <details className="methods-off small muted">
          <summary>{t('card.off', { count: refusals.length })}</summary>
          <ul>
            {refusals.map((refusal) => (
              <li key={refusal.method}>{sayNotOffered(refusal, locale)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

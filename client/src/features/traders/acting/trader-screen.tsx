import '../styles/acting.css';
import { countryName } from '@qafila/shared/kernel/country-name';
import type { TraderView } from '@qafila/shared/traders/acting.contract';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { UserRoundCog } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { usePermission } from '../../../lib/session';
import { Button, LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { Code, Count } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { ActDialog } from './act-dialog';
import { traderQuery } from './api';
import { StepDialog } from './step-dialog';
import { STATE_TONE } from './traders-screen';

/** One trader for staff: facts and names. No factor, no mail, no money. */
export function TraderScreen(): ReactNode {
  const { t } = useTranslation('acting');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const trader = useQuery(traderQuery(id));
  if (trader.data) return <TraderPage trader={trader.data} />;
  return (
    <Page title={t('one.title')}>
      {trader.isError ? (
        <ErrorState error={trader.error} onRetry={() => void trader.refetch()} />
      ) : (
        <CardsSkeleton cards={2} />
      )}
    </Page>
  );
}

function TraderPage({ trader }: { readonly trader: TraderView }): ReactNode {
  const { t } = useTranslation('acting');
  const { locale } = useLocale();
  const canAct = usePermission('trader:act-for');
  const [isActing, setActing] = useState(false);
  const name = (locale === 'ar' ? trader.nameArabic : null) ?? trader.nameLatin;
  return (
    <Page
      title={name}
      heading={<bdi>{name}</bdi>}
      sub={trader.nameArabic !== null && <bdi>{locale === 'ar' ? trader.nameLatin : trader.nameArabic}</bdi>}
      actions={
        canAct ? (
          <Button
            kind="primary"
            icon={UserRoundCog}
            onClick={() => setActing(true)}
            {...(trader.mayAct ? {} : { reason: t('one.cannotAct') })}
          >
            {t('act.begin')}
          </Button>
        ) : undefined
      }
      className="columns"
    >
      <div className="stack">
        <Facts trader={trader} />
        <People people={trader.people} />
      </div>
      <aside className="stack">
        <Orders trader={trader} />
        <Steps trader={trader} name={name} />
      </aside>
      {isActing && <ActDialog trader={trader} name={name} onClose={() => setActing(false)} />}
    </Page>
  );
}

function Facts({ trader }: { readonly trader: TraderView }): ReactNode {
  const { t } = useTranslation('acting');
  const { locale } = useLocale();
  const format = useFormats();
  const facts: [string, ReactNode][] = [
    ['country', countryName(trader.country, locale)],
    ['number', trader.registrationNumber && <Code>{trader.registrationNumber}</Code>],
    ['vat', trader.vatNumber && <Code>{trader.vatNumber}</Code>],
    ['currency', <Code key="currency">{trader.currency}</Code>],
    ['priceList', t(`priceList.${trader.priceList}`)],
    ['manager', trader.accountManager && <bdi>{trader.accountManager.name}</bdi>],
    ['since', format.date(trader.createdAt)],
  ];
  return (
    <Card
      title={t('one.facts')}
      aside={<Chip tone={STATE_TONE[trader.state]}>{t(`state.${trader.state}`)}</Chip>}
    >
      <dl className="rows">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt className="muted">{t(`one.${key}`)}</dt>
            <dd>{value ?? <span className="muted">{t('one.none')}</span>}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">{t('one.seen')}</p>
    </Card>
  );
}

function People({ people }: { readonly people: TraderView['people'] }): ReactNode {
  const { t } = useTranslation(['acting', 'app']);
  return (
    <Card title={t('one.people')}>
      {people.length === 0 && <p className="muted">{t('one.noPeople')}</p>}
      <dl className="rows">
        {people.map((person) => (
          <div key={`${person.name} ${person.roles.join(' ')}`}>
            <dt>
              <bdi>{person.name}</bdi>
            </dt>
            <dd className="small muted">{person.roles.map((role) => t(`app:role.${role}`)).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Orders({ trader }: { readonly trader: TraderView }): ReactNode {
  const { t } = useTranslation('acting');
  const format = useFormats();
  const canSee = usePermission('staff-order:read');
  return (
    <Card title={t('one.orders')}>
      <dl className="rows">
        <div>
          <dt className="muted">{t('one.openOrders')}</dt>
          <dd>
            <Count of={trader.openOrders} />
          </dd>
        </div>
        <div>
          <dt className="muted">{t('one.drafts')}</dt>
          <dd>
            <Count of={trader.drafts} />
          </dd>
        </div>
        <div>
          <dt className="muted">{t('one.lastOrder')}</dt>
          <dd>{trader.lastOrderAt === null ? t('one.none') : format.date(trader.lastOrderAt)}</dd>
        </div>
      </dl>
      {canSee && (
        <div>
          <LinkButton to="/staff/orders" search={{ company: trader.id }} size="small">
            {t('one.toOrders')}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

type Step = TraderView['steps'][number];

function Steps({ trader, name }: { readonly trader: TraderView; readonly name: string }): ReactNode {
  const { t } = useTranslation('acting');
  const [step, setStep] = useState<Step | null>(null);
  if (trader.steps.length === 0) return null;
  return (
    <Card title={t('step.title')}>
      <p className="small muted">{t('step.lead')}</p>
      <div className="inline">
        {trader.steps.map((each) => (
          <Button key={each} kind={each === 'activate' ? 'plain' : 'danger'} onClick={() => setStep(each)}>
            {t(`step.${each}.button`)}
          </Button>
        ))}
      </div>
      {step && <StepDialog trader={trader} name={name} step={step} onClose={() => setStep(null)} />}
    </Card>
  );
}

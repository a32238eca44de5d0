import type { ApplicationReply } from '@qafila/shared/traders/application-views';
import { datedItemsOf, type ItemKind } from '@qafila/shared/traders/checklist';
import { formatDay, formatHijri } from '@qafila/shared/traders/hijri';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { usePermission } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip, type Tone } from '../../../ui/chip';
import { EmptyState, ErrorLine } from '../../../ui/states';
import { useRenew } from './api';

type Document = ApplicationReply['documents'][number];
const SOON_DAYS = 30;
const toneOf = ({ daysLeft }: Document): Tone =>
  daysLeft < 0 ? 'bad' : daysLeft <= SOON_DAYS ? 'warn' : 'ok';
const wordOf = ({ daysLeft }: Document): string =>
  daysLeft < 0 ? 'overdue' : daysLeft <= SOON_DAYS ? 'soon' : 'valid';

/** Documents kept after the approval, each with its next confirmation. */
export function CompanyDocuments({ reply }: { readonly reply: ApplicationReply }): ReactNode {
  const { t } = useTranslation('application');
  const renew = useRenew();
  const mayWrite = usePermission('application:write');
  const known = new Set(reply.documents.map((document) => document.kind));
  const missing = datedItemsOf(reply.country).filter((item) => !known.has(item.kind));
  const button = (kind: ItemKind): ReactNode =>
    mayWrite && (
      <Button icon={RefreshCw} busy={renew.isPending} onClick={() => renew.mutate(kind)}>
        {t(known.has(kind) ? 'documents.renew' : 'documents.add')}
      </Button>
    );
  return (
    <div className="stack documents">
      {reply.companyState === 'suspended' && <p className="note-bad">{t('suspended')}</p>}
      {reply.documents.map((document) => (
        <DocumentCard key={document.kind} document={document} action={button(document.kind)} />
      ))}
      {missing.map((item) => (
        <EmptyState
          key={item.kind}
          title={t('documents.none', { name: t(`item.${item.kind}.name`) })}
          action={button(item.kind)}
        >
          {t('documents.noneText')}
        </EmptyState>
      ))}
      <ErrorLine error={renew.error} />
    </div>
  );
}

function DocumentCard({
  document,
  action,
}: {
  readonly document: Document;
  readonly action: ReactNode;
}): ReactNode {
  const { t } = useTranslation('application');
  const { locale } = useLocale();
  return (
    <Card
      title={t(`item.${document.kind}.name`)}
      aside={
        <Chip tone={toneOf(document)}>
          {t(`documents.${wordOf(document)}`, { count: Math.abs(document.daysLeft) })}
        </Chip>
      }
    >
      <dl className="rows">
        <div>
          <dt>{t('document.label')}</dt>
          <dd>
            <bdi>{document.fileName}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('documents.confirmBy')}</dt>
          <dd>
            {formatDay(document.confirmBy, locale)}{' '}
            <span className="muted">· {formatHijri(document.confirmBy, locale)}</span>
          </dd>
        </div>
        <div>
          <dt>{t('documents.graceUntil')}</dt>
          <dd>{formatDay(document.graceUntil, locale)}</dd>
        </div>
      </dl>
      <div>{action}</div>
    </Card>
  );
}

import type { SellerView } from '@qafila/shared/store/seller.contract';
import { Landmark } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { usePermission } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { Code } from '../../../ui/money';
import { Iban } from './iban';
import { ProposeDialog } from './propose-dialog';

/** The account in force, what was changed before, and the way to another. */
export function AccountCard({ seller }: { readonly seller: SellerView }): ReactNode {
  const { t } = useTranslation('store');
  const { locale } = useLocale();
  const canEdit = usePermission('seller:edit');
  const [isOpen, setOpen] = useState(false);
  const { account, change } = seller;
  return (
    <Card
      title={t('account.title')}
      aside={
        <Chip tone="ok" icon={Landmark}>
          {t('account.inForce')}
        </Chip>
      }
    >
      <dl className="rows">
        <div>
          <dt className="muted">{t('account.iban')}</dt>
          <dd>
            <b>
              <Iban iban={account.iban} />
            </b>
          </dd>
        </div>
        <div>
          <dt className="muted">{t('account.bic')}</dt>
          <dd>
            <Code>{account.bic}</Code>
          </dd>
        </div>
        <div>
          <dt className="muted">{t('account.bank')}</dt>
          <dd>
            <bdi>{locale === 'ar' ? account.bank.arabic : account.bank.latin}</bdi>
          </dd>
        </div>
      </dl>
      <p className="small muted">{t('account.rule')}</p>
      {canEdit && (
        <div>
          <Button onClick={() => setOpen(true)} {...(change ? { reason: t('account.open') } : {})}>
            {t('account.propose')}
          </Button>
        </div>
      )}
      {isOpen && <ProposeDialog current={account} onClose={() => setOpen(false)} />}
      <PastChanges past={seller.past} />
    </Card>
  );
}

function PastChanges({ past }: { readonly past: SellerView['past'] }): ReactNode {
  const { t } = useTranslation('store');
  const format = useFormats();
  if (past.length === 0) return null;
  return (
    <details>
      <summary>{t('account.past', { count: past.length })}</summary>
      <ul className="past-changes">
        {past.map((change) => (
          <li key={change.id}>
            <Chip tone={change.state === 'in_force' ? 'ok' : 'plain'}>
              {t(`account.state.${change.state}`)}
            </Chip>
            <Iban iban={change.account.iban} />
            <span className="small muted">
              {format.dateTime((change.ended ?? change.proposed).at)} ·{' '}
              <bdi>{(change.ended ?? change.approved ?? change.proposed).name}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

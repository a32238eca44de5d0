import { isCurrency } from '@qafila/shared/kernel/currency';
import { type CompanyView, limitCompany } from '@qafila/shared/traders/company.contract';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { sayDone } from '../../../ui/toast';
import { companyQuery } from './api';
import { ApprovalField, ApprovalLine, approvalOf, approvalText } from './approval-field';
import { draftOf, LimitFields, limitOf } from './limit-fields';
import { LimitLine } from './limit-line';

/** What the whole company may spend, and above what an approver will be asked; changed with a fresh code. */
export function CompanyLimits({ company }: { readonly company: CompanyView }): ReactNode {
  const { t } = useTranslation('company');
  const canEdit = usePermission('company:edit');
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title={t('settings.limits')}
      aside={
        canEdit ? (
          <Button size="small" onClick={() => setOpen(true)}>
            {t('settings.changeLimits')}
          </Button>
        ) : undefined
      }
    >
      <LimitLine limit={company.limit} />
      <ApprovalLine limit={company.approvalLimit} />
      <Dialog title={t('settings.limits')} isOpen={isOpen} onClose={() => setOpen(false)}>
        {isOpen && <LimitsForm company={company} onClose={() => setOpen(false)} />}
      </Dialog>
    </Card>
  );
}

function LimitsForm({
  company,
  onClose,
}: {
  readonly company: CompanyView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('company');
  const client = useQueryClient();
  const currency = isCurrency(company.currency) ? company.currency : 'SAR';
  const [draft, setDraft] = useState(() => draftOf(company.limit));
  const [approval, setApproval] = useState(() => approvalText(company.approvalLimit));
  const limit = limitOf(draft, currency);
  const approvalLimit = approvalOf(approval, currency);
  const isSame =
    approval === approvalText(company.approvalLimit) &&
    JSON.stringify(draft) === JSON.stringify(draftOf(company.limit));
  const isWrong = limit === undefined || approvalLimit === undefined;
  const why = isWrong ? t('limit.amountWrong') : isSame ? t('settings.same') : undefined;
  return (
    <>
      <LimitFields title={t('settings.limit')} draft={draft} currency={currency} onChange={setDraft} />
      <ApprovalField text={approval} currency={currency} onChange={setApproval} />
      <CodeConfirm
        endpoint={limitCompany}
        input={{
          ifMatch: company.version,
          body: { limit: limit ?? null, approvalLimit: approvalLimit ?? null },
        }}
        comesLast
        confirm={t('settings.saveLimits')}
        reason={why}
        onClose={onClose}
        onDone={(next) => {
          client.setQueryData(companyQuery.queryKey, next);
          sayDone(t('settings.saved'));
          onClose();
        }}
      />
    </>
  );
}

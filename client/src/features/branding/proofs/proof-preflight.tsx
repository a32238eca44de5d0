import '../styles/files.css';
import type { PreflightView } from '@qafila/shared/branding/asset-views';
import { worstOf } from '@qafila/shared/branding/preflight.rules';
import { PREFLIGHT_TITLES } from '@qafila/shared/branding/preflight-words';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { SideSheet } from '../../../ui/dialog';
import { JudgedFor, PreflightTable, VerdictChip } from '../files/preflight-table';
import type { ShownProof } from './side';

/** How the file of a version stands for its packaging: one word, what fails by name, and the table behind it. */
export function ProofPreflight({ proof: { preflight, pages } }: { readonly proof: ShownProof }): ReactNode {
  const { t } = useTranslation('files');
  const [isOpen, setOpen] = useState(false);
  if (preflight.results.length === 0) return null;
  return (
    <Card title={t('preflight.title')} aside={<VerdictChip verdict={worstOf(preflight.results)} />}>
      <JudgedFor preflight={preflight} />
      <Failing preflight={preflight} />
      <div>
        <Button size="small" onClick={() => setOpen(true)}>
          {t('preflight.open')}
        </Button>
      </div>
      <SideSheet title={t('preflight.title')} isOpen={isOpen} onClose={() => setOpen(false)} size={520}>
        <PreflightTable preflight={preflight} hasPages={pages.length > 1} />
      </SideSheet>
    </Card>
  );
}

/** Names what fails, each rule once; nothing where all of it can be printed. */
export function Failing({ preflight }: { readonly preflight: PreflightView }): ReactNode {
  const { t } = useTranslation('files');
  const { list, words } = useFormats();
  const failed = preflight.results.filter(({ verdict }) => verdict === 'fail');
  const rules = [...new Set(failed.map(({ ruleId }) => ruleId))];
  if (rules.length === 0) return null;
  return (
    <p className="proof-telling proof-telling-back small">
      {t('preflight.failing', { rules: list(rules.map((rule) => words(PREFLIGHT_TITLES[rule]))) })}
    </p>
  );
}

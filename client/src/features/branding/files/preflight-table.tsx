import type { AssetCheckView, CheckVerdict, PreflightView } from '@qafila/shared/branding/asset-views';
import { adviceOf, PREFLIGHT_TITLES } from '@qafila/shared/branding/preflight-words';
import { isolate } from '@qafila/shared/kernel/format';
import { CircleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Button } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { millimetresText } from './file-words';

const TONES = { pass: 'ok', warn: 'warn', fail: 'bad' } as const;
const ORDER = { fail: 0, warn: 1, pass: 2 } as const;

interface PreflightProps {
  readonly preflight: PreflightView;
  /** Where there is one page only, its number says nothing. */
  readonly hasPages: boolean;
}

/** What was measured against what printing needs: the worst first, and what passed folded away. */
export function PreflightTable({ preflight, hasPages }: PreflightProps): ReactNode {
  const { t } = useTranslation('files');
  const [isWhole, setWhole] = useState(false);
  const sorted = [...preflight.results].sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
  const passed = sorted.filter(({ verdict }) => verdict === 'pass').length;
  const shown = isWhole ? sorted : sorted.filter(({ verdict }) => verdict !== 'pass');
  return (
    <div className="stack stack-tight">
      <JudgedFor preflight={preflight} />
      {shown.length === 0 && !isWhole && <p className="good">{t('preflight.allPass', { count: passed })}</p>}
      {shown.length > 0 && (
        <ul className="preflight">
          {shown.map((check) => (
            <CheckRow key={`${check.ruleId}-${check.page}`} check={check} hasPages={hasPages} />
          ))}
        </ul>
      )}
      {passed > 0 && (
        <div>
          <Button kind="quiet" size="small" onClick={() => setWhole(!isWhole)}>
            {t(isWhole ? 'preflight.fold' : 'preflight.unfold', { count: passed })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The packaging whose size, bleed and inks were asked for; nothing where the file was judged by itself. */
export function JudgedFor({
  preflight: { judgedFor },
}: {
  readonly preflight: Pick<PreflightView, 'judgedFor'>;
}): ReactNode {
  const { t } = useTranslation('files');
  const { locale } = useLocale();
  const { number } = useFormats();
  if (judgedFor === null) return null;
  const { name, version, widthMm, heightMm, bleedMm } = judgedFor;
  return (
    <p className="small">
      {t('preflight.judgedFor', {
        ...{ packaging: isolate(name), version: number(version) },
        ...{ size: millimetresText(widthMm, heightMm, locale), bleed: number(bleedMm) },
      })}
    </p>
  );
}

/** How a check, or the whole of them, ended. */
export function VerdictChip({ verdict }: { readonly verdict: CheckVerdict }): ReactNode {
  const { t } = useTranslation('files');
  return (
    <Chip tone={TONES[verdict]} {...(verdict === 'warn' ? { icon: CircleAlert } : {})}>
      {t(`verdict.${verdict}`)}
    </Chip>
  );
}

function CheckRow({
  check,
  hasPages,
}: {
  readonly check: AssetCheckView;
  readonly hasPages: boolean;
}): ReactNode {
  const { t } = useTranslation('files');
  const { locale } = useLocale();
  const { words, number } = useFormats();
  const said = (value: AssetCheckView['measured']): string | null => {
    if (value === null || value === '') return null;
    if (typeof value === 'string') return isolate(value);
    return check.unit === '' ? null : isolate(`${number(value)} ${check.unit}`);
  };
  const measured = said(check.measured);
  const limit = said(check.limit);
  const facts = [
    ...(hasPages && check.page > 0 ? [t('preflight.page', { page: check.page })] : []),
    ...(measured !== null ? [t('preflight.measured', { value: measured })] : []),
    ...(limit !== null ? [t('preflight.wanted', { value: limit })] : []),
  ];
  const advice = adviceOf(check, locale);
  return (
    <li className="preflight-row">
      <div className="between">
        <b>{words(PREFLIGHT_TITLES[check.ruleId])}</b>
        <VerdictChip verdict={check.verdict} />
      </div>
      {facts.length > 0 && <p className="small muted">{facts.join(' · ')}</p>}
      {advice !== null && <p className="small">{advice}</p>}
    </li>
  );
}

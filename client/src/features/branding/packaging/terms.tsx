import '../styles/files.css';
import { assetPreview } from '@qafila/shared/branding/assets.contract';
import type { PackagingView } from '@qafila/shared/branding/packaging.contract';
import { brandingPrice } from '@qafila/shared/branding/packaging.rules';
import { isCurrency } from '@qafila/shared/kernel/currency';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { Card } from '../../../ui/card';
import { Chip, type Tone } from '../../../ui/chip';
import { Code } from '../../../ui/money';
import type { PackagingForm } from './use-packaging-form';

const TONE: Readonly<Record<'pass' | 'warn' | 'fail', Tone>> = { pass: 'ok', warn: 'warn', fail: 'bad' };

/** Price, minimum and lead time of what is typed; later catalogue prices do not reach a locked spec. */
export function Terms(props: { readonly form: PackagingForm; readonly currency: string }): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const { content } = props.form;
  const currency = isCurrency(props.currency) ? props.currency : 'SAR';
  const terms = props.form.isBehind ? null : brandingPrice(content, { currency });
  return (
    <dl className="packaging-terms" aria-label={t('terms.title')}>
      <div>
        <dt>{t('terms.price')}</dt>
        <dd>{terms?.unitPrice ? format.unitMoney(terms.unitPrice) : t('terms.onRequest')}</dd>
      </div>
      <div>
        <dt>{t('terms.minimum')}</dt>
        <dd>{terms ? t('terms.pieces', { count: terms.minimumPieces }) : '–'}</dd>
      </div>
      <div>
        <dt>{t('terms.lead')}</dt>
        <dd>{terms ? t('terms.days', { count: terms.leadDays }) : '–'}</dd>
      </div>
    </dl>
  );
}

/** How the uploaded page measures beside what was typed. */
export function SizeChecks({ spec }: { readonly spec: PackagingView }): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const { dielineAssetId } = spec.content;
  if (spec.checks.length === 0) return null;
  return (
    <Card title={t('checks.title')}>
      {dielineAssetId !== null && (
        <span className="file-preview">
          <img
            src={rawUrl(assetPreview, { params: { id: dielineAssetId, page: 1 } })}
            alt={t('form.dieline')}
            loading="lazy"
          />
        </span>
      )}
      <ul className="stack">
        {spec.checks.map((check) => (
          <li key={check.id} className="between">
            <span>
              {t(`checks.${check.id}`, {
                typed: format.number(check.typedMm),
                measured: format.number(check.measuredMm),
              })}
            </span>
            <Chip tone={TONE[check.verdict]}>{t(`checks.${check.verdict}`)}</Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Every version that was saved; each is there for ever. */
export function Versions({ spec }: { readonly spec: PackagingView }): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  return (
    <Card title={t('versions.title')}>
      <ol className="packaging-versions">
        {spec.versions.map((each) => (
          <li key={each.version} className="between">
            <span>{t('versions.version', { version: each.version })}</span>
            <span className="small muted">{format.dateTime(each.at)}</span>
            <Code>{each.sha256.slice(0, 12)}</Code>
          </li>
        ))}
      </ol>
      <p className="small muted">{t('versions.note')}</p>
    </Card>
  );
}

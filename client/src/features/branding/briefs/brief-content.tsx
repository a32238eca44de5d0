import type { BriefView } from '@qafila/shared/branding/brief-views';
import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Count } from '../../../ui/money';
import { languageName } from './language-name';

type Content = Pick<
  BriefView,
  'packaging' | 'products' | 'quantity' | 'objectives' | 'mustHave' | 'mustNot' | 'languages' | 'deadline'
>;

interface ContentProps {
  readonly brief: Content;
  readonly brand: string;
  /** Its files, as the reader may have them. */
  readonly children: ReactNode;
}

/** What a brief asks for, to be read by both sides. */
export function BriefContent({ brief, brand, children }: ContentProps): ReactNode {
  const { t } = useTranslation('briefs');
  const { locale } = useLocale();
  const format = useFormats();
  const names = brief.products.map(({ name }) => name[locale] ?? name.en ?? '');
  const facts: [string, ReactNode][] = [
    ['brand', <bdi key="brand">{brand}</bdi>],
    ['packaging', brief.packaging && <bdi key="packaging">{brief.packaging.name}</bdi>],
    ['products', names.length > 0 && format.list(names)],
    ['quantity', brief.quantity !== null && <Count key="quantity" of={brief.quantity} />],
    [
      'languages',
      brief.languages.length > 0 && format.list(brief.languages.map((each) => languageName(each, locale))),
    ],
    ['deadline', brief.deadline !== null && format.date(brief.deadline)],
  ];
  return (
    <div className="stack">
      {brief.objectives !== '' && (
        <p className="brief-text" dir="auto">
          {brief.objectives}
        </p>
      )}
      <div className="brief-pair">
        <Points title={t('form.mustHave')} points={brief.mustHave} isWanted />
        <Points title={t('form.mustNot')} points={brief.mustNot} isWanted={false} />
      </div>
      <dl className="brief-facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{t(`content.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {children && (
        <section className="stack stack-tight" aria-label={t('content.references')}>
          <h3>{t('content.references')}</h3>
          {children}
        </section>
      )}
    </div>
  );
}

interface PointsProps {
  readonly title: string;
  readonly points: readonly string[];
  readonly isWanted: boolean;
}

function Points({ title, points, isWanted }: PointsProps): ReactNode {
  if (points.length === 0) return null;
  const Icon = isWanted ? Check : X;
  return (
    <section className="stack stack-tight" aria-label={title}>
      <h3>{title}</h3>
      <ul className="brief-points">
        {points.map((point) => (
          <li key={point}>
            <Icon size={14} aria-hidden className={isWanted ? 'good' : 'bad'} />
            <bdi>{point}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

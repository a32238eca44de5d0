import type { SpecView } from '@qafila/shared/branding/production-spec-views';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Card } from '../../../ui/card';
import { Count } from '../../../ui/money';
import { languageName } from '../briefs/language-name';
import { usePackagingFacts } from './use-packaging-facts';
import { useProductNames } from './use-product-names';

interface ContentProps {
  readonly spec: Pick<SpecView, 'signed' | 'products'> & {
    readonly brand: Pick<SpecView['brand'], 'nameLatin' | 'nameArabic'>;
  };
  /** Where the brief and the version stand, for the reader. */
  readonly origin: ReactNode;
}

/** What was signed: goods, languages and packaging, to be read by both sides. */
export function SpecContent({ spec, origin }: ContentProps): ReactNode {
  const { t } = useTranslation('specs');
  const { locale } = useLocale();
  const format = useFormats();
  const namesOf = useProductNames();
  const { brand, signed } = spec;
  const names = [brand.nameLatin, ...(brand.nameArabic === null ? [] : [brand.nameArabic])];
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['brand', names.map(format.isolate).join(' · ')],
    ['products', namesOf(spec.products)],
    ['quantity', signed?.quantity != null && <Count key="quantity" of={signed.quantity} />],
    [
      'languages',
      signed &&
        signed.languages.length > 0 &&
        format.list(signed.languages.map((each) => languageName(each, locale))),
    ],
    ['brandVersion', signed && t('content.version', { version: signed.brandVersion })],
    ['origin', origin],
  ];
  return (
    <Card title={t('content.title')}>
      <Facts of="content" facts={facts} />
      {signed ? <Packaging of={signed.packaging} /> : <p className="small muted">{t('content.unsigned')}</p>}
    </Card>
  );
}

type Signed = NonNullable<SpecView['signed']>;

function Packaging({ of }: { readonly of: Signed['packaging'] }): ReactNode {
  const { t } = useTranslation('specs');
  const factsOf = usePackagingFacts();
  return (
    <section className="stack stack-tight" aria-label={t('facts.title')}>
      <h3>
        {t('facts.title')}: <bdi>{of.content.name}</bdi> · {t('content.version', { version: of.version })}
      </h3>
      <Facts of="facts" facts={factsOf(of.content)} />
    </section>
  );
}

interface FactsProps {
  /** The group of words that names them. */
  readonly of: 'content' | 'facts';
  readonly facts: readonly (readonly [string, ReactNode])[];
}

function Facts({ of, facts }: FactsProps): ReactNode {
  const { t } = useTranslation('specs');
  return (
    <dl className="brief-facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{t(`${of}.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

import type { SpecView } from '@qafila/shared/branding/production-spec-views';
import { specSheet } from '@qafila/shared/branding/production-specs.contract';
import { Link } from '@tanstack/react-router';
import { Download, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { usePermission } from '../../../lib/session';
import { LinkButton } from '../../../ui/button';
import { Code } from '../../../ui/money';
import { standingOf } from './spec-state';

/** What the spec is good for now, in a sentence, with the buttons that use it. */
export function SpecNow({ spec }: { readonly spec: SpecView }): ReactNode {
  const { t } = useTranslation('specs');
  const { locale } = useLocale();
  const mayOrder = usePermission('order:draft');
  const standing = standingOf(spec);
  const isMade = standing === 'locked' || standing === 'released';
  const isOrderable = isMade && spec.brand.state === 'active';
  return (
    <section className="card card-pad brief-next">
      {isMade && !isOrderable ? (
        <BrandAway brand={spec.brand} />
      ) : (
        <>
          <h2>{t(`now.${standing}`)}</h2>
          <p>{t(`nowText.${standing}`)}</p>
        </>
      )}
      <Since spec={spec} />
      {spec.refusedFor !== null && (
        <blockquote className="brief-question" dir="auto">
          {spec.refusedFor}
        </blockquote>
      )}
      <div className="inline">
        {isOrderable && mayOrder && (
          <LinkButton to="/orders/new" search={{ spec: spec.id }} kind="primary" icon={Plus}>
            {t('now.order')}
          </LinkButton>
        )}
        <a
          className="btn"
          href={rawUrl(specSheet, { params: { id: spec.id }, query: { lang: locale } })}
          download
        >
          <Download size={16} aria-hidden />
          {t('now.sheet')}
        </a>
      </div>
    </section>
  );
}

/** A good spec whose brand takes no new orders, and where that is changed. */
function BrandAway({ brand }: { readonly brand: SpecView['brand'] }): ReactNode {
  const { t } = useTranslation('specs');
  return (
    <>
      <h2>{t('now.brandAway')}</h2>
      <p>
        {t(brand.state === 'archived' ? 'nowText.brandArchived' : 'nowText.brandAway')}{' '}
        <Link to={`/brand/profiles/${brand.id}`}>{t('now.toBrand')}</Link>
      </p>
    </>
  );
}

/** Since when it is made, and for whoever reads orders the first one it was made for. */
function Since({ spec }: { readonly spec: SpecView }): ReactNode {
  const { t } = useTranslation('specs');
  const { date } = useFormats();
  const { releasedAt, releasedFor } = spec;
  if (releasedAt === null) return null;
  return (
    <p className="small muted">
      {t('now.since', { when: date(releasedAt) })}
      {releasedFor && (
        <>
          {' · '}
          {t('now.firstOrder')}{' '}
          <Link to={`/orders/${releasedFor.id}`}>
            <Code>{releasedFor.code}</Code>
          </Link>
        </>
      )}
    </p>
  );
}

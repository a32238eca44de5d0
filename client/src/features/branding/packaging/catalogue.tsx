import type { CatalogueStyle } from '@qafila/shared/branding/catalogue-style';
import { dielineOf } from '@qafila/shared/branding/dieline';
import { drawDieline } from '@qafila/shared/branding/dieline-drawing';
import { createPackaging, type PackagingContent } from '@qafila/shared/branding/packaging.contract';
import { brandingPrice, usualContent } from '@qafila/shared/branding/packaging.rules';
import { PACKAGING_CATALOGUE, styleOf } from '@qafila/shared/branding/packaging-catalogue';
import type { Currency } from '@qafila/shared/kernel/currency';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useIntention } from '../../../lib/intention';
import { Button } from '../../../ui/button';
import { ErrorLine } from '../../../ui/states';
import { Drawing } from '../mockup/drawing';
import { PACKAGING_KEY, packagingQuery } from './api';

/** An A4 sheet to begin with: the trader types his own size over it. */
const OWN_SHEET = { flatWidth: 297, flatHeight: 210 };

const ownContent = (name: string): PackagingContent => ({
  ...usualContent(styleOf('folding-carton'), name),
  source: 'own',
  dims: OWN_SHEET,
});

/** Begins a spec and goes to it. */
function useBegin() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const intention = useIntention();
  return useMutation({
    mutationFn: (content: PackagingContent) =>
      intention.send(content, (body, idempotencyKey) => call(createPackaging, { body, idempotencyKey })),
    onSuccess: async (spec) => {
      intention.renew();
      client.setQueryData(packagingQuery(spec.id).queryKey, spec);
      await client.invalidateQueries({ queryKey: [...PACKAGING_KEY, 'list'] });
      await navigate({ to: `/brand/packaging/${spec.id}` });
    },
  });
}

/** Every style of the catalogue with its form, price, minimum and lead time; and the trader's own. */
export function Catalogue({ currency }: { readonly currency: Currency }): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const begin = useBegin();
  return (
    <section className="stack" aria-labelledby="packaging-catalogue">
      <div>
        <h2 id="packaging-catalogue">{t('catalogue.title')}</h2>
        <p className="muted">{t('catalogue.text')}</p>
      </div>
      <ErrorLine error={begin.error} />
      <ul className="packaging-tiles">
        <li className="packaging-tile">
          <span className="packaging-form-picture packaging-own">
            <FileUp size={40} strokeWidth={1.3} aria-hidden />
          </span>
          <h3>{t('catalogue.own')}</h3>
          <p className="small muted">{t('catalogue.ownText')}</p>
          <Button
            size="small"
            busy={begin.isPending && begin.variables.source === 'own'}
            onClick={() => begin.mutate(ownContent(t('catalogue.own')))}
          >
            {t('catalogue.describe')}
          </Button>
        </li>
        {PACKAGING_CATALOGUE.map((style) => (
          <Tile
            key={style.style}
            style={style}
            currency={currency}
            busy={
              begin.isPending && begin.variables.source !== 'own' && begin.variables.style === style.style
            }
            onBegin={() => begin.mutate(usualContent(style, format.words(style.name)))}
          />
        ))}
      </ul>
    </section>
  );
}

interface TileProps {
  readonly style: CatalogueStyle;
  readonly currency: Currency;
  readonly busy: boolean;
  readonly onBegin: () => void;
}

function Tile({ style, currency, busy, onBegin }: TileProps): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const name = format.words(style.name);
  const content = useMemo(() => usualContent(style, style.style), [style]);
  const node = useMemo(
    () => drawDieline(dielineOf(content), { layers: ['dieline'], id: `tile-${style.style}` }),
    [content, style],
  );
  const { unitPrice } = brandingPrice(content, { currency });
  return (
    <li className="packaging-tile">
      <span className="packaging-form-picture">
        <Drawing node={node} label={t('catalogue.form', { name })} />
      </span>
      <h3>{name}</h3>
      <p className="small muted">{format.words(style.blurb)}</p>
      <p className="small">
        {unitPrice ? t('catalogue.price', { price: format.unitMoney(unitPrice) }) : t('terms.onRequest')} ·{' '}
        {t('catalogue.from', { count: style.minimumPieces })} · {t('terms.days', { count: style.leadDays })}
      </p>
      <Button size="small" busy={busy} label={t('catalogue.chooseNamed', { name })} onClick={onBegin}>
        {t('catalogue.choose')}
      </Button>
    </li>
  );
}

import { directionOf, HTML_LANG, type Locale } from '@qafila/shared/kernel/locale';
import { type BlockChange, diffPolicies } from '@qafila/shared/privacy/policy-diff';
import { blocksOf, type PolicyBlock } from '@qafila/shared/privacy/policy-text';
import { Minus, PencilLine, Plus } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const TAG = { title: 'h2', heading: 'h3', subheading: 'h4', item: 'p', paragraph: 'p' } as const;

interface BlockProps {
  readonly kind: PolicyBlock['kind'];
  /** Language of the text, which need not be the page's. */
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** One paragraph in its place; its heading stands below the page's own. */
function Block({ kind, locale, children }: BlockProps): ReactNode {
  const Tag = TAG[kind];
  return (
    <Tag className={`policy-${kind}`} lang={HTML_LANG[locale]} dir={directionOf(locale)}>
      {children}
    </Tag>
  );
}

const keyed = <T,>(all: readonly T[]): { readonly key: string; readonly value: T }[] =>
  all.map((value, at) => ({ key: `block-${at}`, value }));

interface PolicyArticleProps {
  readonly text: string;
  readonly locale: Locale;
}

/** A policy as one text. */
export function PolicyArticle({ text, locale }: PolicyArticleProps): ReactNode {
  const blocks = useMemo(() => keyed(blocksOf(text)), [text]);
  return (
    <article className="card policy-text">
      {blocks.map(({ key, value }) => (
        <Block key={key} kind={value.kind} locale={locale}>
          {value.text}
        </Block>
      ))}
    </article>
  );
}

interface PolicyChangesProps {
  readonly before: string;
  readonly after: string;
  readonly locale: Locale;
  /** Leaves out the paragraphs that stayed. */
  readonly brief?: boolean;
}

/** What changed between two versions: paragraphs that came, went or changed, the last word by word. */
export function PolicyChanges({ before, after, locale, brief = false }: PolicyChangesProps): ReactNode {
  const { t } = useTranslation('privacy');
  const changes = useMemo(() => keyed(diffPolicies(blocksOf(before), blocksOf(after))), [before, after]);
  const shown = brief ? changes.filter(({ value }) => value.change !== 'kept') : changes;
  if (shown.length === 0) return <p className="card card-pad muted">{t('changes.none')}</p>;
  return (
    <article className="card policy-text">
      {shown.map(({ key, value }) =>
        value.change === 'kept' ? (
          <div key={key} className="policy-kept">
            <Block kind={value.block.kind} locale={locale}>
              {value.block.text}
            </Block>
          </div>
        ) : (
          <Changed key={key} change={value} locale={locale} />
        ),
      )}
    </article>
  );
}

const ICON = { added: Plus, removed: Minus, changed: PencilLine };

interface ChangedProps {
  readonly change: Exclude<BlockChange, { change: 'kept' }>;
  readonly locale: Locale;
}

function Changed({ change, locale }: ChangedProps): ReactNode {
  const { t } = useTranslation('privacy');
  const kind = change.change === 'kept' ? 'changed' : change.change;
  const Icon = ICON[kind];
  return (
    <div className={`policy-change policy-change-${kind}`}>
      <span className="policy-change-word">
        <Icon size={13} aria-hidden />
        {t(`changes.${kind}`)}
      </span>
      <Block kind={change.block.kind} locale={locale}>
        {change.change === 'changed' ? <Words words={change.words} /> : <Whole change={change} />}
      </Block>
    </div>
  );
}

function Whole({ change }: { readonly change: BlockChange }): ReactNode {
  const { text } = change.block;
  return change.change === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
}

function Words({
  words,
}: {
  readonly words: Extract<BlockChange, { change: 'changed' }>['words'];
}): ReactNode {
  return keyed(words).map(({ key, value }) => {
    if (value.change === 'kept') return <span key={key}>{value.text}</span>;
    const text = value.text.trimEnd();
    return <span key={key}>{value.change === 'added' ? <ins>{text}</ins> : <del>{text}</del>} </span>;
  });
}

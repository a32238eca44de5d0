import type { ApprovalView } from '@qafila/shared/branding/decision-views';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../../lib/i18n/format';
import { useLocale } from '../../../../lib/i18n/locale';
import { Code } from '../../../../ui/money';
import { languageName } from '../../briefs/language-name';
import { millimetresText } from '../../files/file-words';

const SHORT = 12;

/** What is signed: names, sizes, terms, and the beginning of each hash. */
export function Signed({ approval }: { readonly approval: ApprovalView }): ReactNode {
  const { t } = useTranslation(['proofs', 'packaging']);
  const { locale } = useLocale();
  const { list, number, unitMoney } = useFormats();
  const { brand, packaging, terms, quantity, hashes } = approval;
  const [page] = approval.pages;
  const facts: [string, ReactNode][] = [
    ['brand', <bdi key="brand">{brand.nameLatin}</bdi>],
    ['products', list(approval.products.map(({ name }) => name[locale] ?? name.en ?? ''))],
    ['size', page && t('approve.mm', { size: millimetresText(page.widthMm, page.heightMm, locale) })],
    ['packaging', packaging && <bdi key="packaging">{packaging.name}</bdi>],
    ['quantity', quantity !== null && number(quantity)],
    ['languages', list(approval.languages.map((language) => languageName(language, locale)))],
    ['price', terms?.unitPrice && unitMoney(terms.unitPrice)],
    ['minimum', terms && number(terms.minimumPieces)],
    ['lead', terms && t('packaging:terms.days', { count: terms.leadDays })],
  ];
  const shown: [string, string | null][] = [
    ['file', hashes.file],
    ['spec', hashes.spec],
    ['content', hashes.content],
  ];
  return (
    <>
      <dl className="proof-signed">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{t(`approve.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <dl className="proof-hashes small" aria-label={t('approve.hashes')}>
        {shown.map(
          ([name, hash]) =>
            hash !== null && (
              <div key={name}>
                <dt className="muted">{t(`approve.hash.${name}`)}</dt>
                <dd title={hash}>
                  <Code>{hash.slice(0, SHORT)}…</Code>
                </dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}

interface ChecklistProps {
  readonly items: ApprovalView['checklist'];
  readonly ticked: readonly string[];
  readonly onTick: (key: string) => void;
}

/** Each thing is looked at and ticked by itself. */
export function Checklist({ items, ticked, onTick }: ChecklistProps): ReactNode {
  const { t } = useTranslation('proofs');
  const { locale } = useLocale();
  return (
    <fieldset className="proof-checklist">
      <legend>{t('approve.checklist')}</legend>
      {items.map(({ key, of, language }) => (
        <label key={key}>
          <input type="checkbox" checked={ticked.includes(key)} onChange={() => onTick(key)} />
          <span>
            {t(`check.${of}`, { language: language === null ? '' : languageName(language, locale) })}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface AcceptProps {
  readonly notes: ApprovalView['openNotes'];
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Notes that stand are named before anybody approves without them. */
export function Accept({ notes, isOn, onChange }: AcceptProps): ReactNode {
  const { t } = useTranslation('proofs');
  const id = useId();
  return (
    <section className="proof-accept" aria-labelledby={id}>
      <b id={id}>{t('approve.openNotes', { count: notes.length })}</b>
      <ul className="proof-open-notes">
        {notes.map((note) => (
          <li key={note.id}>
            <span className="proof-number proof-number-open">{note.number}</span>
            <span dir="auto">{note.body}</span>
          </li>
        ))}
      </ul>
      <label className="proof-tick">
        <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
        <span>{t('approve.accept')}</span>
      </label>
    </section>
  );
}

/** The words that are signed, and whose approvals there are. */
export function Statement({ approval }: { readonly approval: ApprovalView }): ReactNode {
  const { t } = useTranslation('proofs');
  const { words, dateTime } = useFormats();
  const { asked, needed, given } = approval.approvals;
  return (
    <>
      <blockquote className="proof-quote">{words(approval.statement.text)}</blockquote>
      {asked > needed && <p className="small">{t('approve.fewer', { asked, needed })}</p>}
      {needed > 1 && (
        <div className="small">
          <p>{t('approve.needed', { needed, given: given.length })}</p>
          <ul>
            {given.map((each) => (
              <li key={each.hash}>
                <bdi>{each.name}</bdi> · {dateTime(each.at)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

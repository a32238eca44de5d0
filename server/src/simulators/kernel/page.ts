import {
  directionOf,
  HTML_LANG,
  isLocale,
  LOCALES,
  type Locale,
  localeFromHeader,
} from '@qafila/shared/kernel/locale';
import { fillSentence } from '@qafila/shared/kernel/problem';
import { qrPath } from '../../platform/pdf/barcode-paths';
import { html, type SimAnswer, type SimRequest } from './exchange';
import { PAGE_STYLE } from './page-style';
import { PAGE_WORDS } from './page-words';

export type PageWord = keyof typeof PAGE_WORDS;
/** One button; it sends `do=<value>` to the page's own address. */
export interface Choice {
  readonly value: string;
  /** A brand, left as it is, and what this button does. */
  readonly brand?: string;
  readonly says?: PageWord;
  /** Heading above this choice and those after it. */
  readonly under?: PageWord;
  readonly kind?: 'main' | 'quiet';
}
export interface SimPage {
  /** Whose page the real one would be. */
  readonly gateway: string;
  readonly order: string;
  /** As it is shown, with its currency. */
  readonly amount: string;
  readonly title: PageWord;
  readonly text?: PageWord;
  readonly method?: string;
  readonly fault?: PageWord;
  /** What a QR code on the page says. */
  readonly code?: string;
  readonly choices: readonly Choice[];
}

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  ar: 'العربية',
  no: 'Norsk',
  fr: 'Français',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (symbol) => `&#${symbol.codePointAt(0) ?? 0};`);

/** The language of a page: asked for by a link, else what the payment was started in, else the browser's. */
export function localeOf(request: SimRequest, started?: string): Locale {
  const asked = request.query.get('lang') ?? started;
  return isLocale(asked) ? asked : localeFromHeader(request.headers['accept-language']);
}

/** A page of one gateway: what is paid, and a button for each way it may end. No script, no field. */
export function simPage(page: SimPage, locale: Locale): SimAnswer {
  const say = (word: PageWord): string =>
    escaped(fillSentence(PAGE_WORDS[word][locale], { method: page.method ?? '' }));
  const buttons = page.choices.map((choice) => buttonOf(choice, say)).join('\n');
  return html(`<!doctype html>
<html lang="${HTML_LANG[locale]}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('banner')} · ${escaped(page.gateway)}</title><style>${PAGE_STYLE}</style></head>
<body>
<p class="banner" role="note">${say('banner')}</p>
<main>
<header><bdi class="gateway">${escaped(page.gateway)}</bdi>${languages(locale)}</header>
<h1>${say(page.title)}</h1>
<dl><div><dt>${say('order')}</dt><dd><bdi dir="ltr">${escaped(page.order)}</bdi></dd></div>
<div><dt>${say('amount')}</dt><dd class="amount"><bdi dir="ltr">${escaped(page.amount)}</bdi></dd></div></dl>
${page.fault ? `<p class="fault" role="alert">${say(page.fault)}</p>` : ''}
<p class="lead">${say(page.text ?? 'choose')}</p>
${page.code === undefined ? '' : codeOf(page.code, say('code'))}
<form method="post" action="?lang=${locale}">
${buttons}
</form>
</main>
</body></html>`);
}

/** A QR code, four quiet modules around it. */
function codeOf(text: string, label: string): string {
  const { width, height, bars } = qrPath(text);
  const path = bars.map((bar) => `M${bar.x} ${bar.y}h${bar.width}v1h-${bar.width}z`).join('');
  const box = `-4 -4 ${width + 8} ${height + 8}`;
  return `<svg class="code" role="img" aria-label="${label}" viewBox="${box}"><path d="${path}"/></svg>`;
}

function buttonOf(choice: Choice, say: (word: PageWord) => string): string {
  const brand = choice.brand ? `<bdi class="brand">${escaped(choice.brand)}</bdi>` : '';
  const says = choice.says ? `<span>${say(choice.says)}</span>` : '';
  const kind = choice.kind ? ` class="${choice.kind}"` : '';
  const heading = choice.under ? `<h2>${say(choice.under)}</h2>` : '';
  return `${heading}<button name="do" value="${escaped(choice.value)}"${kind}>${brand}${says}</button>`;
}

function languages(locale: Locale): string {
  const links = LOCALES.map((each) =>
    each === locale
      ? `<b lang="${HTML_LANG[each]}" aria-current="true">${LANGUAGE_NAMES[each]}</b>`
      : `<a lang="${HTML_LANG[each]}" href="?lang=${each}">${LANGUAGE_NAMES[each]}</a>`,
  );
  return `<nav aria-label="${escaped(PAGE_WORDS.language[locale])}">${links.join('')}</nav>`;
}

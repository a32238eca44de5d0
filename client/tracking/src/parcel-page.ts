import { formatDate, formatNumber } from '@qafila/shared/kernel/format';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { TrackingView } from '@qafila/shared/shipping/tracking.contract';
import { h, ICONS, icon } from './dom';
import { progressOf, STEPS } from './progress';
import { fillSentence } from './sentence';
import { STATE_WORDS, STEP_WORDS, WORDS } from './words';

const COPIED_MS = 2000;

function steps(parcel: TrackingView, locale: Locale): HTMLElement {
  const { reached, mood } = progressOf(parcel.state);
  const items = STEPS.map((step, at) => {
    const isReached = at < reached;
    const isCurrent = at === reached - 1;
    const label = h('span', {}, STEP_WORDS[step][locale]);
    if (isReached && (!isCurrent || mood === 'done')) label.prepend(icon(ICONS.done));
    return h(
      'li',
      { class: isReached ? 'reached' : '', ...(isCurrent ? { 'aria-current': 'step' } : {}) },
      label,
    );
  });
  return h('ol', { class: `steps ${mood}`, 'aria-label': WORDS.progress[locale] }, ...items);
}

function copyButton(text: string, locale: Locale): HTMLElement | null {
  if (!navigator.clipboard) return null;
  const button = h('button', {
    type: 'button',
    class: 'copy',
    'aria-live': 'polite',
    click: () => {
      const say = (words: string) => button.replaceChildren(words);
      void navigator.clipboard.writeText(text).then(() => {
        say(WORDS.copied[locale]);
        setTimeout(() => say(WORDS.copy[locale]), COPIED_MS);
      });
    },
  });
  button.append(WORDS.copy[locale]);
  return button;
}

const fact = (name: string, ...value: readonly (Node | string | null)[]): HTMLElement =>
  h('div', {}, h('dt', {}, name), h('dd', {}, ...value));

const codeText = (text: string): HTMLElement =>
  h('bdi', { dir: 'ltr', class: 'code', translate: 'no' }, text);

const dateOf = (iso: string, locale: Locale): HTMLElement =>
  h('time', { datetime: iso }, formatDate(iso, locale));

/** The state in two words; with the date where a date is what the recipient asks for. */
function chip(parcel: TrackingView, locale: Locale): HTMLElement {
  const { mood } = progressOf(parcel.state);
  const date = mood === 'moving' ? parcel.handedOverOn : parcel.deliveredOn;
  const made = h('span', { class: `chip ${mood}` }, icon(ICONS[mood]));
  if (date) made.append(h('span', {}, STATE_WORDS[parcel.state].chip[locale], ' ', dateOf(date, locale)));
  else made.append(STATE_WORDS[parcel.state].chip[locale]);
  return made;
}

function facts(parcel: TrackingView, locale: Locale): HTMLElement {
  const position = fillSentence(WORDS.ofCount[locale], {
    index: formatNumber(parcel.index, locale),
    count: formatNumber(parcel.count, locale),
  });
  const { carrier, trackingNumber, deliveredOn } = parcel;
  const isSentInChip = progressOf(parcel.state).mood === 'moving';
  const rows = [
    parcel.count > 1 ? fact(WORDS.parcel[locale], position) : null,
    fact(WORDS.code[locale], codeText(parcel.parcelCode)),
    carrier ? fact(WORDS.carrier[locale], h('bdi', { translate: 'no' }, carrier)) : null,
    trackingNumber
      ? fact(WORDS.number[locale], codeText(trackingNumber), copyButton(trackingNumber, locale))
      : null,
    isSentInChip ? null : fact(WORDS.sent[locale], dateOf(parcel.handedOverOn, locale)),
    deliveredOn ? fact(WORDS.arrivedOn[locale], dateOf(deliveredOn, locale)) : null,
  ];
  return h('dl', { class: 'facts' }, ...rows);
}

function contents(parcel: TrackingView, locale: Locale): HTMLElement {
  const rows = parcel.items.map((item) =>
    h(
      'li',
      {},
      h('span', {}, h('bdi', {}, item.name[locale]), ' · ', h('bdi', { class: 'quiet' }, item.size[locale])),
      h('bdi', { class: 'count', dir: 'ltr' }, `× ${formatNumber(item.quantity, locale)}`),
    ),
  );
  return h('section', {}, h('h2', {}, WORDS.inside[locale]), h('ul', { class: 'contents' }, ...rows));
}

/** Whom to ask; nothing where the brand shows no contact. */
function questions(parcel: TrackingView, locale: Locale): HTMLElement | null {
  const { replyEmail, phone, website } = parcel.brand;
  const shown = (text: string): HTMLElement => h('bdi', { dir: 'ltr', translate: 'no' }, text);
  const mail = `mailto:${replyEmail}?subject=${encodeURIComponent(parcel.parcelCode)}`;
  const ways = [
    replyEmail ? h('a', { href: mail }, shown(replyEmail)) : null,
    phone ? h('a', { href: `tel:${phone}` }, shown(phone)) : null,
    website ? h('a', { href: `https://${website}`, rel: 'noreferrer' }, shown(website)) : null,
  ].filter((way) => way !== null);
  if (ways.length === 0) return null;
  const apart = ways.flatMap((way, at) => (at === 0 ? [way] : [' · ', way]));
  return h('p', { class: 'questions' }, `${WORDS.questions[locale]}: `, ...apart);
}

/** The brand's own line, in the reader's language where it was written in it. */
function ownLine(parcel: TrackingView, locale: Locale): HTMLElement | null {
  const { arabic, latin } = parcel.brand.message;
  const line = locale === 'ar' ? (arabic ?? latin) : (latin ?? arabic);
  return line ? h('p', { class: 'own-line', dir: 'auto' }, line) : null;
}

/** The parcel as its recipient sees it: state, steps, what is inside, whom to ask. */
export function parcelCard(parcel: TrackingView, locale: Locale): HTMLElement {
  const words = STATE_WORDS[parcel.state];
  const ask = questions(parcel, locale);
  // On its way, what comes next needs nobody; after that it says to write to an address that must be there.
  const hasNext = ask !== null || progressOf(parcel.state).mood === 'moving';
  return h(
    'main',
    { class: 'card' },
    h('div', { class: 'headline' }, h('h1', {}, words.headline[locale]), chip(parcel, locale)),
    steps(parcel, locale),
    hasNext ? h('p', { class: 'next' }, words.next[locale]) : null,
    facts(parcel, locale),
    contents(parcel, locale),
    ownLine(parcel, locale),
    ask,
  );
}

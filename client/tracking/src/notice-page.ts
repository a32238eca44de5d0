import { formatNumber } from '@qafila/shared/kernel/format';
import type { Locale } from '@qafila/shared/kernel/locale';
import { h } from './dom';
import type { Loaded } from './load-parcel';
import { fillSentence } from './sentence';
import { NOTICE_WORDS, WORDS } from './words';

export type Notice = Exclude<Loaded, { kind: 'parcel' }>;

/** A page with no parcel on it: wrong link, fault or too many tries; it knows no brand and names none. */
export function noticeCard(notice: Notice, locale: Locale, retry: () => void): HTMLElement {
  const words = NOTICE_WORDS[notice.kind];
  const seconds = notice.kind === 'busy' ? formatNumber(notice.seconds, locale) : '';
  const requestId = notice.kind === 'broken' ? notice.requestId : null;
  return h(
    'main',
    { class: 'card notice' },
    h('h1', {}, words.title[locale]),
    h('p', {}, fillSentence(words.text[locale], { seconds })),
    notice.kind === 'missing'
      ? null
      : h('button', { type: 'button', class: 'retry', click: retry }, WORDS.retry[locale]),
    requestId
      ? h('p', { class: 'quiet' }, `${WORDS.reference[locale]}: `, h('bdi', { dir: 'ltr' }, requestId))
      : null,
  );
}

/** The shape of the page while the parcel is on its way. */
export function skeletonCard(locale: Locale): HTMLElement {
  const bar = (size: string) => h('span', { class: `bone ${size}`, 'aria-hidden': 'true' });
  return h(
    'main',
    { class: 'card', 'aria-busy': 'true' },
    h('h1', { class: 'hidden' }, WORDS.loading[locale]),
    bar('tall half'),
    bar('thin'),
    bar('third'),
    bar('row'),
    bar('row'),
  );
}

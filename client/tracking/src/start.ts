import type { Locale } from '@qafila/shared/kernel/locale';
import { browserLocale, chosenLocale, languageSwitch, speak } from './language';
import { type Loaded, loadParcel, tokenOf } from './load-parcel';
import { noticeCard, skeletonCard } from './notice-page';
import { parcelParts } from './show-parcel';
import { NOTICE_WORDS, WORDS } from './words';

const page = document.getElementById('page') ?? document.body;

function show(locale: Locale, parts: readonly HTMLElement[], title: string): void {
  speak(locale);
  document.title = title;
  page.replaceChildren(...parts);
}

function showLoaded(loaded: Loaded, locale: Locale, token: string): void {
  const again = (next: Locale) => showLoaded(loaded, next, token);
  const foot = languageSwitch(locale, again);
  if (loaded.kind !== 'parcel') {
    const retry = () => (token ? void run(token) : location.reload());
    show(locale, [noticeCard(loaded, locale, retry), foot], NOTICE_WORDS[loaded.kind].title[locale]);
    return;
  }
  const { parts, title } = parcelParts(loaded.parcel, locale, `/api/parcel/${token}/logo`);
  show(locale, [...parts, foot], title);
}

async function run(token: string): Promise<void> {
  const before = browserLocale();
  show(before, [skeletonCard(before)], WORDS.parcel[before]);
  const loaded = await loadParcel(token);
  const locale = loaded.kind === 'parcel' ? (chosenLocale() ?? loaded.parcel.locale) : before;
  showLoaded(loaded, locale, token);
}

const kind = document.body.dataset.page;
const token = tokenOf(location.pathname);
if (kind === 'broken') showLoaded({ kind: 'broken', requestId: null }, browserLocale(), '');
else if (kind === 'parcel' && token) void run(token);
else showLoaded({ kind: 'missing' }, browserLocale(), '');

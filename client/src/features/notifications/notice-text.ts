import type { Locale } from '@qafila/shared/kernel/locale';
import type { ProblemParam } from '@qafila/shared/kernel/problem';
import { fillWithParams } from '@qafila/shared/kernel/shown-param';
import { type NoticeEvent, noticeEventSpec } from '@qafila/shared/notifications/notice-events';

/** The sentence of a notice in the reader's language. */
export const noticeText = (
  notice: { readonly event: NoticeEvent; readonly params: Readonly<Record<string, ProblemParam>> },
  locale: Locale,
): string => fillWithParams(noticeEventSpec(notice.event).say[locale], notice.params, locale);

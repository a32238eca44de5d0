import { directionOf, HTML_LANG, type Locale } from '@qafila/shared/kernel/locale';

/** A labelled value of a mail; codes and amounts are written left to right in every language. */
export interface MailFact {
  readonly label: string;
  readonly value: string;
  readonly isCode?: boolean;
}
export interface MailContent {
  readonly locale: Locale;
  readonly subject: string;
  readonly lead: string;
  readonly facts: readonly MailFact[];
  readonly action?: { readonly label: string; readonly url: string };
  readonly foot: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Text for HTML content and attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const FONT = "font-family:'IBM Plex Sans','IBM Plex Sans Arabic','Segoe UI',Tahoma,Arial,sans-serif";

function factRow(fact: MailFact): string {
  const value = fact.isCode ? `<bdi dir="ltr">${escapeHtml(fact.value)}</bdi>` : escapeHtml(fact.value);
  return `<tr><td style="padding:9px 0;color:#6f675b;border-bottom:1px solid #f1eadf">${escapeHtml(fact.label)}</td>
<td style="padding:9px 0;font-weight:600;text-align:end;border-bottom:1px solid #f1eadf">${value}</td></tr>`;
}

function button(action: { label: string; url: string }): string {
  return `<p style="margin:26px 0 6px"><a href="${escapeHtml(action.url)}"
style="background:#4a3fd0;color:#ffffff;text-decoration:none;font-weight:600;padding:11px 20px;border-radius:7px;display:inline-block">${escapeHtml(action.label)}</a></p>`;
}

/** The HTML part: one column, both directions, no picture and nothing loaded from outside. */
export function mailHtml(content: MailContent): string {
  const { locale } = content;
  return `<!doctype html>
<html lang="${HTML_LANG[locale]}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(content.subject)}</title></head>
<body style="margin:0;background:#faf6ef;color:#1d1a16;${FONT};font-size:15px;line-height:1.65">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:28px 14px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e4dccf;border-radius:10px">
<tr><td style="padding:28px 30px">
<h1 style="margin:0 0 10px;font-size:20px;line-height:1.35">${escapeHtml(content.subject)}</h1>
<p style="margin:0 0 18px">${escapeHtml(content.lead)}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="font-size:14px">${content.facts.map(factRow).join('\n')}</table>
${content.action ? button(content.action) : ''}
</td></tr></table>
<p style="max-width:560px;color:#6f675b;font-size:12.5px;margin:16px 0 0">${escapeHtml(content.foot)}</p>
</td></tr></table></body></html>`;
}

const LRI = '\u2066';
const PDI = '\u2069';

/** The text part: the same words in the same order. */
export function mailText(content: MailContent): string {
  const facts = content.facts.map(
    (fact) => `${fact.label}: ${fact.isCode ? `${LRI}${fact.value}${PDI}` : fact.value}`,
  );
  const action = content.action ? [`${content.action.label}: ${content.action.url}`, ''] : [];
  return [content.subject, '', content.lead, '', ...facts, '', ...action, content.foot, ''].join('\n');
}

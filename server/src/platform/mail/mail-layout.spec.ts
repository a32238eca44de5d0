import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { escapeHtml, type MailContent, mailHtml, mailText } from './mail-layout';

const content = (locale: MailContent['locale']): MailContent => ({
  locale,
  subject: 'Order K7M-2QX9 <b>',
  lead: 'a & b',
  facts: [{ label: 'IBAN', value: 'SA03 8000', isCode: true }],
  action: { label: 'Open', url: 'http://portal.test/orders/1?a="b"' },
  foot: 'foot',
});

describe('mail', () => {
  it.each(LOCALES)('in %s has its language and direction, and codes from left to right', (locale) => {
    const html = mailHtml(content(locale));
    expect(html).toContain(`dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
    expect(html).toContain('<bdi dir="ltr">SA03 8000</bdi>');
    expect(mailText(content(locale))).toContain('IBAN: \u2066SA03 8000\u2069');
  });

  it('escapes every value and loads nothing from outside', () => {
    const html = mailHtml(content('en'));
    expect(html).toContain('Order K7M-2QX9 &lt;b&gt;');
    expect(html).toContain('href="http://portal.test/orders/1?a=&quot;b&quot;"');
    expect(html).not.toMatch(/<img|<script|<link|url\(/);
    expect(escapeHtml(`<'">&`)).toBe('&lt;&#39;&quot;&gt;&amp;');
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HTML_LANG, type Locale } from '@qafila/shared/kernel/locale';

const CLIENT = path.resolve(__dirname, '../../client/src');
type Table = { readonly [key: string]: string | Table };
const read = new Map<string, Table>();

/** Words stand in the folder of the feature that owns them, whatever the namespace is called. */
function fileOf(name: string): string {
  const features = readdirSync(path.join(CLIENT, 'features')).map((feature) => `features/${feature}`);
  const files = ['ui', 'app', ...features].map((own) => path.join(CLIENT, own, 'words', name));
  const file = files.find((each) => existsSync(each));
  if (!file) throw new Error(`No feature has ${name}`);
  return file;
}

function tableOf(namespace: string, locale: Locale): Table {
  const file = fileOf(`${namespace}.${locale}.json`);
  const known = read.get(file) ?? (JSON.parse(readFileSync(file, 'utf8')) as Table);
  read.set(file, known);
  return known;
}

function find(namespace: string, key: string, locale: Locale): string | undefined {
  const steps = key.split('.');
  const found = steps.reduce<Table | string | undefined>(
    (table, step) => (typeof table === 'object' ? table[step] : undefined),
    tableOf(namespace, locale),
  );
  return typeof found === 'string' ? found : undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
type Values = Readonly<Record<string, string | number>>;

/** The words of the screens as the translators wrote them, so that a journey reads the page as its reader does. */
export class ScreenWords {
  constructor(readonly locale: Locale) {}

  /** The sentence of `namespace:key`; the plural form follows `count`. Throws for a key that no screen has. */
  say(name: string, values: Values = {}): string {
    const [namespace = '', key = ''] = name.split(':');
    const count = values.count;
    const form = typeof count === 'number' ? new Intl.PluralRules(HTML_LANG[this.locale]).select(count) : '';
    const text =
      find(namespace, `${key}_${form}`, this.locale) ??
      find(namespace, `${key}_other`, this.locale) ??
      find(namespace, key, this.locale);
    if (text === undefined) throw new Error(`No words for ${name} in ${this.locale}`);
    return text.replace(/\{\{(\w+)\}\}/g, (whole, value: string) => String(values[value] ?? whole));
  }

  /** Matches the sentence whatever its values and plural form are. */
  like(name: string): RegExp {
    const [namespace = '', key = ''] = name.split(':');
    const forms = ['', '_zero', '_one', '_two', '_few', '_many', '_other'].flatMap((form) => {
      const text = find(namespace, `${key}${form}`, this.locale);
      return text === undefined ? [] : [text];
    });
    if (forms.length === 0) throw new Error(`No words for ${name} in ${this.locale}`);
    const patterns = forms.map((text) => escaped(text).replace(/\\\{\\\{\w+\\\}\\\}/g, '.+?'));
    return new RegExp(`^\\s*(?:${patterns.join('|')})\\s*$`, 'u');
  }
}

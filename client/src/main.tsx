import './ui/styles/mantine.css';
import './ui/styles/fonts.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/controls.css';
import './ui/styles/parts.css';
import './ui/styles/shell.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { BASE_WORDS, loadWords } from './app/words';
import { dressDocument, firstLocale } from './lib/i18n/locale';
import { startWords } from './lib/i18n/start';

const locale = firstLocale();
dressDocument(locale);
const root = document.getElementById('root');
void startWords(loadWords, locale, BASE_WORDS).then(() => {
  if (root) createRoot(root).render(<App locale={locale} />);
});

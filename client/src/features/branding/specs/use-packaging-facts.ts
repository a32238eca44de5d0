import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import { styleOf } from '@qafila/shared/branding/packaging-catalogue';
import {
  CLOSURE_WORDS,
  DIMENSION_WORDS,
  DIMENSIONS,
  FINISH_WORDS,
  INK_WORDS,
  MATERIAL_WORDS,
  PROCESS_WORDS,
} from '@qafila/shared/branding/packaging-words';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';

type Fact = 'kind' | 'sizes' | 'material' | 'closure' | 'process' | 'inks' | 'finishes' | 'bleed' | 'remark';
export type PackagingFacts = readonly (readonly [Fact, string])[];

/** A packaging as production reads it, each fact in a sentence of the page's language; empty ones are left out. */
export function usePackagingFacts(): (content: PackagingContent) => PackagingFacts {
  const { t } = useTranslation('specs');
  const { words, number, list, isolate } = useFormats();
  return (content) => {
    const sizes = DIMENSIONS.flatMap((of) => {
      const mm = content.dims[of];
      return mm === undefined ? [] : [t('facts.measure', { of: words(DIMENSION_WORDS[of]), mm: number(mm) })];
    });
    const inks = content.inks.map((ink) =>
      ink.name === '' ? words(INK_WORDS[ink.kind]) : isolate(ink.name),
    );
    const facts: PackagingFacts = [
      ['kind', words(styleOf(content.style).name)],
      ['sizes', list(sizes)],
      [
        'material',
        t('facts.weight', { material: words(MATERIAL_WORDS[content.material]), gsm: number(content.gsm) }),
      ],
      ['closure', words(CLOSURE_WORDS[content.closure])],
      ['process', words(PROCESS_WORDS[content.process])],
      ['inks', t(content.sides === 2 ? 'facts.inksTwo' : 'facts.inksOne', { inks: list(inks) })],
      ['finishes', list(content.finishes.map((each) => words(FINISH_WORDS[each])))],
      ['bleed', t('facts.margins', { bleed: number(content.bleedMm), safe: number(content.safeMm) })],
      ['remark', content.remark],
    ];
    return facts.filter(([, said]) => said !== '');
  };
}

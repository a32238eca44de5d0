import type { FileRule } from '../rule';

/** Spelled with brackets, so that this file does not find itself. */
const SUPPRESSIONS =
  /\bTO[D]O\b|\bFIX[M]E\b|\bXX[X]\b|\bHAC[K]\b|@ts-(ig[n]ore|noc[h]eck)|biome-ig[n]ore|esli[n]t-(dis|en)able|(istanbul|c8|v8) ig[n]ore|prettier-ig[n]ore/g;
const EXPECTED_ERROR = /@ts-exp[e]ct-error/g;
const MACHINE =
  /(?<![\w.-])\/wor[k]\/|\/tmp\/(bash_j[o]bs|br[i]ef)|(?<![\w.-])\/ro[o]t\/|(?<![\w.-])\/ho[m]e\/(?!node\b)[a-z]\w*\/|\.lib[r]ary\/|\b(Cla[u]de|Anthro[p]ic|Chat[G]PT|Open[A]I|Copi[l]ot)\b/g;

export const noSuppressions: FileRule = {
  name: 'no-suppressions',
  sentence:
    'No remark puts work off or switches a check off; an expected compiler error stands in tests of types only.',
  why: 'What is put off in a comment is found by the next fault, not by the next reader.',
  check(file) {
    if (!file.isCode && !/\.(css|sql|json)$/.test(file.path)) return [];
    if (file.path === 'package-lock.json') return [];
    return [...file.matches(SUPPRESSIONS), ...(file.isSpec ? [] : file.matches(EXPECTED_ERROR))];
  },
};

export const noMachineNames: FileRule = {
  name: 'no-machine-names',
  sentence: 'Nothing in the tree names the machine it was written on.',
  why: 'A clone on a fresh computer has none of these folders.',
  check(file) {
    return file.matches(MACHINE);
  },
};

import { Injectable } from '@nestjs/common';
import { PASSWORD_MAX, PASSWORD_MIN, PASSWORD_SCORE } from '@qafila/shared/identity/identity.rules';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { Config } from '../../../platform/config/config';
import { hashPassword } from '../../../platform/crypto/passwords';
import { Problem } from '../../../platform/problems/problem';
import { KnownPasswords } from './known-passwords';

/** Words of the house: a password made of them is easy to guess here. */
const HOUSE_WORDS = ['qafila', 'caravan', 'wholesale', 'portal', 'password', 'قافلة'];

/** So many signs must be left when the words of the person and the house are taken out. */
const OWN_SIGNS = 6;

/** Judges a new password and makes its hash. Nothing is asked of its signs; length and being unknown count. */
@Injectable()
export class NewPasswords {
  private estimator: ZxcvbnFactory | null = null;

  constructor(
    private readonly config: Config,
    private readonly known: KnownPasswords,
  ) {}

  /**
   * The hash of a new password. `about` names the person and the company, which must not make up the password.
   * Throws `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG` or `PASSWORD_KNOWN`.
   */
  async hashOf(password: string, about: readonly string[]): Promise<string> {
    const composed = password.normalize('NFC');
    const length = [...composed].length;
    if (length < PASSWORD_MIN.value) throw new Problem('PASSWORD_TOO_SHORT', { minimum: PASSWORD_MIN.value });
    if (length > PASSWORD_MAX.value) throw new Problem('PASSWORD_TOO_LONG', { maximum: PASSWORD_MAX.value });
    if (ownSigns(composed, about) < OWN_SIGNS || (await this.known.has(composed)))
      throw new Problem('PASSWORD_KNOWN');
    if (this.scoreOf(composed, about) < PASSWORD_SCORE.value) throw new Problem('PASSWORD_KNOWN');
    return hashPassword(composed, this.config.values.PASSWORD_PEPPER.reveal());
  }

  private scoreOf(password: string, about: readonly string[]): number {
    this.estimator ??= new ZxcvbnFactory({
      dictionary,
      graphs: adjacencyGraphs,
      maxLength: PASSWORD_MAX.value,
    });
    return this.estimator.check(password, [...HOUSE_WORDS, ...wordsOf(about)]).score;
  }
}

/** The texts and their parts, three letters and longer. */
function wordsOf(about: readonly string[]): string[] {
  const parts = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(parts.map((part) => part.toLowerCase()))].filter((part) => [...part].length >= 3);
}

/** Signs of a password, blanks and punctuation left out, that are not the person's, the company's or the house's own words. */
function ownSigns(password: string, about: readonly string[]): number {
  const words = [...HOUSE_WORDS, ...wordsOf(about)].sort((one, other) => other.length - one.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ' '), password.toLowerCase());
  return [...rest.replace(/[\s\p{P}]/gu, '')].length;
}

// @ts-check
import path from 'node:path';
import { root } from './paths.mjs';
import { dim, green, red, say } from './say.mjs';

/** One line for each test file; the words and the console of a file only when it failed. */
export default class LineReporter {
  /**
   * @param {import('@jest/reporters').Test} test
   * @param {import('@jest/test-result').TestResult} result
   */
  onTestFileResult(test, result) {
    const name = path.relative(root, test.path);
    const count = result.numPassingTests + result.numFailingTests;
    const seconds = ((result.perfStats.end - result.perfStats.start) / 1000).toFixed(1);
    const words = dim(`${count} tests, ${seconds} s`);
    if (result.numFailingTests === 0 && !result.failureMessage)
      return say(`  ${green('✓')} ${name} ${words}`);
    say(`  ${red('✗')} ${name} ${words}\n${result.failureMessage ?? ''}`);
    for (const { message } of result.console ?? []) say(dim(message));
  }
}

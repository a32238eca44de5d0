import { createPackaging, type PackagingContent } from '@qafila/shared/branding/packaging.contract';
import { usualContent } from '@qafila/shared/branding/packaging.rules';
import { styleOf } from '@qafila/shared/branding/packaging-catalogue';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';

/** The usual bottle label of the catalogue, with what is said otherwise. */
export const aLabel = (given: Partial<PackagingContent> = {}): PackagingContent => ({
  ...usualContent(styleOf('bottle-label'), 'Bottle label'),
  ...given,
});

/** A packaging spec that a member begins; returns its id. */
export async function aPackaging(
  app: TestApp,
  as: TestPerson,
  given: Partial<PackagingContent> = {},
): Promise<string> {
  const { body } = await app.call(createPackaging, { as, body: aLabel(given) });
  return body.id;
}

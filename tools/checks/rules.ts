import type { Rule } from './rule';
import {
  ambientChance,
  ambientState,
  ambientTime,
  floatText,
  noConsole,
  processEnv,
  sqlTime,
} from './rules/ambient';
import { noCards } from './rules/cards';
import { logicalCss, noRawHtml, textThroughT } from './rules/client';
import { noMachineNames, noSuppressions } from './rules/comments';
import {
  databaseBehindDoors,
  httpClients,
  moneyArithmetic,
  routesByContract,
  stateWrites,
} from './rules/layers';
import { namedConstraints, tenantKeys, tenantTables } from './rules/migrations';
import { capabilityWords, fileNames, ourWords } from './rules/names';
import { exactVersions } from './rules/packages';
import { noFloatingPromises } from './rules/promises';
import { moduleReadme, noBarrels, noDefaultExport, oneUseCase } from './rules/shape';
import { fileLength, functionLength, parameters } from './rules/size';
import { sqlParameters } from './rules/sql';
import { noClockWaits, noMocks, noNarrowedTests } from './rules/tests';
import { arabicPlurals, translationPlaceholders, translationsComplete } from './rules/translations';
import { injectionImports, noAny, noNonNull } from './rules/types';

/** Every house rule that our own code checks. Who may import whom stands in `imports.cjs`. */
export const RULES: readonly Rule[] = [
  fileLength,
  functionLength,
  parameters,
  noAny,
  noNonNull,
  injectionImports,
  noFloatingPromises,
  processEnv,
  ambientTime,
  sqlTime,
  ambientChance,
  ambientState,
  floatText,
  noConsole,
  sqlParameters,
  stateWrites,
  databaseBehindDoors,
  httpClients,
  routesByContract,
  moneyArithmetic,
  fileNames,
  capabilityWords,
  ourWords,
  noDefaultExport,
  noBarrels,
  oneUseCase,
  moduleReadme,
  logicalCss,
  textThroughT,
  noRawHtml,
  translationsComplete,
  translationPlaceholders,
  arabicPlurals,
  noSuppressions,
  noMachineNames,
  noCards,
  noNarrowedTests,
  noClockWaits,
  noMocks,
  tenantTables,
  tenantKeys,
  namedConstraints,
  exactVersions,
];

import { Injectable } from '@nestjs/common';
import type { AssetPageView, PreflightView } from '@qafila/shared/branding/asset-views';
import { judge } from '@qafila/shared/branding/preflight.rules';
import { currentRuleset, rulesetOf } from '@qafila/shared/branding/preflight-ruleset';
import { printSizeOf } from '@qafila/shared/branding/print-size';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type FileOfProof, PrintedFileRepository } from '../db/printed-file.repository';

/** A file as its pages and its preflight show it. */
export interface JudgedFile extends PreflightView {
  readonly pages: AssetPageView[];
}

/** Judges a file for the packaging it is printed on: from what was measured once, by the rules that judged it then. One statement. */
@Injectable()
export class JudgePrinted {
  constructor(private readonly files: PrintedFileRepository) {}

  async of(tx: Tx, file: FileOfProof): Promise<JudgedFile> {
    const { kind, facts, rulesetVersion, packaging, ...found } = await this.files.read(tx, file);
    const pages = [...found.pages];
    const print = packaging && printSizeOf(packaging.content);
    if (facts === null || rulesetVersion === null || packaging === null || print === null)
      return { pages, judgedFor: null, results: [...found.checks] };
    const { widthMm, heightMm, bleedMm } = print;
    return {
      pages,
      judgedFor: { name: packaging.content.name, version: packaging.version, widthMm, heightMm, bleedMm },
      results: judge(facts, rulesetOf(rulesetVersion) ?? currentRuleset(), { kind, print }),
    };
  }
}

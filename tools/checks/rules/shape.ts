import * as ts from 'typescript';
import type { FileRule, TreeRule } from '../rule';

const HEADINGS = ['Owns', 'Words', 'Lifecycle', 'Door', 'Told to others', 'Decisions'];
/** Files whose readers (Vite, Playwright, Jest) ask for a default export; stack.ts is the journeys' set-up. */
const ASKED_FOR =
  /\.config\.[cm]?[jt]s$|(^|\/)global-(setup|teardown)\.ts$|^e2e\/support\/stack\.ts$|-(reporter|sequencer)\.(mjs|ts)$|\.d\.ts$/;

export const noDefaultExport: FileRule = {
  name: 'no-default-export',
  sentence: 'Exports have names; a default export stands only where a tool asks for it.',
  why: 'A default export has another name in every file that imports it, and no search finds them all.',
  check(file) {
    if (ASKED_FOR.test(file.path)) return [];
    const assigned = file.every(ts.isExportAssignment);
    const marked = file.every((node): node is ts.Modifier => node.kind === ts.SyntaxKind.DefaultKeyword);
    const isExport = (node: ts.Node): boolean => !ts.isDefaultClause(node.parent);
    return [...assigned, ...marked.filter(isExport)].map((node) => file.at(node));
  },
};

export const noBarrels: FileRule = {
  name: 'no-barrels',
  sentence: "No file only passes on the exports of others, except a client feature's `index.ts`.",
  why: 'A barrel hides where a thing lives and loads all of it for one.',
  check(file) {
    if (/^client\/src\/features\/[^/]+\/index\.ts$/.test(file.path) || !file.isCode) return [];
    const passed = file.ast.statements.filter(
      (node) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined,
    );
    const isBarrel = passed.length > 0 && passed.length === file.ast.statements.length;
    return isBarrel || /(^|\/)index\.tsx?$/.test(file.path) ? [file.atOffset(0, 'a barrel')] : [];
  },
};

export const oneUseCase: FileRule = {
  name: 'one-use-case',
  sentence:
    'A file in app/ holds one class with the name of the file; a class that has `run` has no other public method.',
  why: 'One use case, one file, one transaction, one verb: the folder is the list of what the module can do.',
  check(file) {
    if (!/^server\/src\/modules\/[^/]+\/app\/[^/.]+\.ts$/.test(file.path)) return [];
    const expected = pascal(file.path.split('/').at(-1)?.replace(/\.ts$/, '') ?? '');
    const injected = file.every(ts.isClassDeclaration).filter((node) => ts.getDecorators(node) !== undefined);
    return injected.flatMap((node) => {
      const name = node.name?.text ?? '';
      const verbs = node.members
        .filter(ts.isMethodDeclaration)
        .filter(isPublic)
        .map((method) => method.name.getText());
      const isNamed = name === expected && !/(Service|Manager|Helper|Utils?)$/.test(name);
      const isOne = !verbs.includes('run') || verbs.length === 1;
      return isNamed && isOne
        ? []
        : [file.atOffset(node.getStart(), `${name}: expected ${expected}.run, or ${expected}`)];
    });
  },
};

export const moduleReadme: TreeRule = {
  name: 'module-readme',
  sentence: `A module has its \`<capability>.module.ts\` and a README.md with the headings ${HEADINGS.join(', ')}.`,
  why: 'The page a newcomer opens first is in the same place, with the same answers, everywhere.',
  checkTree({ files }) {
    const paths = new Set(files.map((file) => file.path));
    const folders = new Set(
      files.flatMap((file) => /^server\/src\/modules\/([^/]+)\//.exec(file.path)?.[1] ?? []),
    );
    return [...folders].flatMap((capability) => {
      const folder = `server/src/modules/${capability}`;
      const readme = files.find((file) => file.path === `${folder}/README.md`);
      const headings = [...(readme?.text ?? '').matchAll(/^## (.+?)\s*$/gm)].map((hit) => hit[1]);
      const missing = [
        ...(paths.has(`${folder}/${capability}.module.ts`) ? [] : [`no ${capability}.module.ts`]),
        ...HEADINGS.filter((heading) => !headings.includes(heading)).map(
          (heading) => `no heading "${heading}"`,
        ),
      ];
      return missing.map((detail) => ({ path: `${folder}/README.md`, line: 1, detail }));
    });
  },
};

function pascal(kebab: string): string {
  return kebab.replace(/(^|-)([a-z0-9])/g, (_whole, _dash, letter: string) => letter.toUpperCase());
}

function isPublic(method: ts.MethodDeclaration): boolean {
  return !(ts.getModifiers(method) ?? []).some(({ kind }) => {
    return kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword;
  });
}

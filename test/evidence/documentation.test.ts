/** docs/verdicts.md and docs/model.md against the code: thresholds, names of guards, reasons, and the worked example. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { THRESHOLDS } from '../../src/evidence/index.ts';
import { waveThresholds } from '../../src/evidence/judge/waveThresholds.ts';
import { PASSED_ANYWAY } from '../../src/evidence/wave/passedAnyway.ts';
import { THRESHOLDS as WAVE_THRESHOLDS } from '../../src/evidence/wave/thresholds.ts';

const verdicts = readFileSync('docs/verdicts.md', 'utf8');

/** The cells of the table that follows a heading, without its first two rows. */
function tableUnder(heading: string): string[][] {
  const section = verdicts.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  const cells = rows.map((row) => row.slice(1, -1).split('|'));
  return cells.slice(1).map((row) => row.map((cell) => cell.trim()));
}

const codeIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
const listedUnder = (heading: string) => tableUnder(heading).flatMap(([first = '']) => codeIn(first));

const sources = [
  ...readdirSync('src/evidence', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `src/evidence/${path}`),
  'src/model/plan.ts',
  'src/model/fit.ts',
  'src/model/fitStream.ts',
  'src/model/describeFit.ts',
].map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));

function visit(node: ts.Node, use: (node: ts.Node) => void): void {
  use(node);
  ts.forEachChild(node, (child) => visit(child, use));
}

const nameOf = ({ name }: { readonly name?: ts.Node | undefined }) => name?.getText() ?? '';

/** Every text that an expression or a type may stand for; `${…}` in a template becomes N, parameters are followed. */
function textsOf(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `N${literal.text}`).join('')];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isLiteralTypeNode(node)) return textsOf(node.literal);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(textsOf);
  if (ts.isIdentifier(node)) return declared(node).flatMap(textsOf);
  return [];
}

/** What a name inside a function stands for: the value of its constant, or what its callers hand over. */
function declared(name: ts.Identifier): ts.Node[] {
  for (let around: ts.Node = name.parent; !ts.isSourceFile(around); around = around.parent) {
    if (!ts.isArrowFunction(around) && !ts.isFunctionDeclaration(around)) continue;
    const place = around.parameters.findIndex((parameter) => nameOf(parameter) === name.text);
    const own = ts.isArrowFunction(around) ? nameOf(around.parent as ts.VariableDeclaration) : nameOf(around);
    const found: ts.Node[] = [];
    visit(name.getSourceFile(), (node) => {
      if (place >= 0 && ts.isCallExpression(node) && node.expression.getText() === own)
        found.push(...node.arguments.slice(place, place + 1));
    });
    visit(around, (node) => {
      if (ts.isVariableDeclaration(node) && nameOf(node) === name.text && node.initializer)
        found.push(node.initializer);
    });
    if (found.length > 0) return found;
  }
  return [];
}

function propertyOf(object: ts.ObjectLiteralExpression, name: string): ts.Node | undefined {
  const property = object.properties.find((one) => nameOf(one) === name);
  if (property && ts.isPropertyAssignment(property)) return property.initializer;
  return property && ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

function findGuards(): Set<string> {
  const names = new Set<string>();
  for (const source of sources) {
    visit(source, (node) => {
      if (!ts.isObjectLiteralExpression(node) || !propertyOf(node, 'passed')) return;
      const found = textsOf(propertyOf(node, 'name'));
      if (propertyOf(node, 'name')) expect(found, node.getText()).not.toEqual([]);
      found.forEach((name) => names.add(name));
    });
  }
  return names;
}

/** Texts given as a `reason`, as second argument of `decide`, or allowed by the type of one. */
function findReasons(): Set<string> {
  const reasons = new Set<string>();
  for (const source of sources) {
    const isWave = source.fileName.includes('wave');
    visit(source, (node) => {
      if (isWave) return; // why the procedure was not run; it never leaves the folder
      const given =
        (ts.isPropertyAssignment(node) && nameOf(node) === 'reason' && textsOf(node.initializer)) ||
        (ts.isPropertySignature(node) && nameOf(node) === 'reason' && textsOf(node.type)) ||
        (ts.isCallExpression(node) && node.expression.getText() === 'decide' && textsOf(node.arguments[1])) ||
        [];
      given.forEach((reason) => reasons.add(reason));
    });
  }
  return reasons;
}

describe('docs/verdicts.md', () => {
  it('lists the thresholds', () => {
    const listed = tableUnder('Thresholds').map(([name = '', value]) => [codeIn(name)[0], Number(value)]);
    expect(Object.fromEntries(listed)).toEqual(THRESHOLDS);
    const { T1, T2, T3, T4, T5, T6 } = WAVE_THRESHOLDS;
    expect(waveThresholds(null)).toEqual({ T1, T2, T3, T4, T5, T6, waveless: null });
  });

  it('measured how often what stays open passes', () => {
    const supported = (kind: string) => {
      const row = verdicts.split('\n').find((line) => line.startsWith(`| **${kind}** |`));
      return Math.round(Number(row?.split('|')[3]?.replaceAll('*', '')));
    };
    expect(PASSED_ANYWAY).toEqual({
      lateWave: supported('late wave'),
      newsFirst: supported('news, A first'),
      codedTwice: supported('coded twice 15 %, wave 30 days'),
    });
  });

  it('lists every guard by its name in the output, and no other', () => {
    const found = findGuards();
    expect(found.size).toBeGreaterThan(15);
    expect([...listedUnder('Guards')].sort()).toEqual([...found].sort());
  });

  it('lists every machine reason, and no other', () => {
    const found = findReasons();
    expect(found.size).toBeGreaterThan(25);
    const guards = findGuards();
    const listed = listedUnder('Reasons');
    expect([...found].filter((reason) => !listed.includes(reason))).toEqual([]);
    expect(listed.filter((reason) => !found.has(reason) && !guards.has(reason))).toEqual([]);
  });

  it('lists every finding and every part', () => {
    const contract = sources.find(({ fileName }) => fileName.endsWith('evidence/verdict.ts'))!;
    const texts = (type: string) => {
      const found = contract.statements.find((one) => ts.isTypeAliasDeclaration(one) && nameOf(one) === type);
      return textsOf((found as ts.TypeAliasDeclaration).type).sort();
    };
    expect(listedUnder('Findings').sort()).toEqual(texts('Finding'));
    expect(listedUnder('Parts').sort()).toEqual(texts('Part'));
  });

  it('holds JSON that can be read', () => {
    const blocks = [...verdicts.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '');
    expect(blocks).toHaveLength(3);
    blocks.forEach((block) => expect(() => JSON.parse(block) as unknown).not.toThrow());
  });
});

import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import { classifyWords, type Analysis, type FilesInView } from '../language/index.ts';
import type { WordClass } from '../language/index.ts';
import { positionAt } from './places.ts';

/** Kinds of things under names that every theme knows. */
const TYPES: Readonly<Record<WordClass, string>> = {
  actor: 'class',
  alliance: 'interface',
  place: 'namespace',
  area: 'namespace',
  route: 'namespace',
  source: 'typeParameter',
  period: 'enum',
  claim: 'function',
  act: 'method',
  measure: 'property',
};

const tokenTypes = [...new Set(Object.values(TYPES))];

export const SEMANTIC_LEGEND: SemanticTokensLegend = { tokenTypes, tokenModifiers: ['declaration'] };

/** Names and acts by what they stand for; all other words are coloured by the grammar. */
export function semanticTokens(analysis: Analysis, files: FilesInView): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { start, end, is, declares } of classifyWords(analysis, files)) {
    const place = positionAt(analysis.lines, start);
    const sameLine = place.line === line;
    data.push(place.line - line, sameLine ? place.character - character : place.character);
    data.push(end - start, tokenTypes.indexOf(TYPES[is]), declares ? 1 : 0);
    ({ line, character } = place);
  }
  return { data };
}

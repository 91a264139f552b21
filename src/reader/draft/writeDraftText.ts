import type { Declaration, Draft, Suggestion } from './draft.ts';
import { readKnownClaims } from '../merge/readKnownClaims.ts';
import { needs } from './needs.ts';
import { quoted } from './tacitText.ts';

const WIDTH = 100;

/** The theatre file of a draft. With a theatre it is added to, that file's text comes first, to the letter. */
export function writeDraftText(
  draft: Omit<Draft, 'text'>,
  theatre: string | null,
  hasRecord: boolean,
): string {
  const files = draft.articles.map(({ file }) => plain(file)).join(', ');
  const head = [
    ...remark(
      `Drafted from ${files}. Nothing here was accepted by a person yet, and nothing is asserted by Tacit: a claim belongs to the source after "by". Every claim hangs on a quotation. A ? is a place the article leaves open: fill it, or delete the claim.`,
    ),
    ...remark(`A second reading of the same words stands below a claim as a remark, behind "or".`),
    ...draft.notes.flatMap((note) => remark(note)),
    '//',
    ...remark('How far each layer can be trusted:'),
    ...draft.reliability.flatMap(({ layer, figure, measuredOn }) =>
      remark(`  ${layer}: ${figure} (${measuredOn})`),
    ),
    ...modelLines(draft),
    ...(draft.asks.length > 0
      ? ['//', ...remark('Before it can be examined:'), ...draft.asks.flatMap((ask) => remark(`  - ${ask}`))]
      : []),
    ...mapping(draft),
  ];
  const record = hasRecord ? [] : ['record ?', '  covers ? to ?', '  direction recorded', ''];
  const sections: readonly (readonly [string, readonly Declaration['kind'][]])[] = [
    ['Who', ['actor', 'alliance']],
    ['Where', ['place', 'area', 'route']],
    ['Who says so', ['source']],
    ['When', ['period']],
  ];
  const written = new Set(
    needs(
      draft,
      [
        ...draft.suggestions.flatMap(({ already, alternatives }) =>
          already === null ? alternatives.map(({ tacit }) => tacit) : [],
        ),
        ...draft.articles.map(({ source }) => source),
      ].join('\n'),
    ),
  );
  const declared = sections.flatMap(([title, kinds]) => {
    const own = draft.declarations
      .filter((one) => kinds.includes(one.kind) && written.has(one))
      .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
    return own.length === 0 ? [] : [`// ${title}`, ...own.flatMap(declarationLines), ''];
  });
  const known = knownLines(draft.suggestions, theatre);
  const claims = draft.suggestions.flatMap((one) => [...(known.get(one) ?? claimLines(one)), '']);
  const rivals =
    draft.rivals.length === 0
      ? []
      : [
          ...remark('Accounts of one matter that differ'),
          ...draft.rivals.map((names) => `rivals ${names.join(', ')}`),
          '',
        ];
  const body = [...record, ...declared, ...claims, ...rivals];
  if (theatre !== null)
    return `${theatre.replace(/\s*$/, '\n')}\n${[...head, '', ...body].join('\n').trimEnd()}\n`;
  return `${['tacit 1', `theatre ${quoted(draft.title)}`, '', ...head, '', ...body].join('\n').trimEnd()}\n`;
}

function modelLines({ model }: Pick<Draft, 'model'>): readonly string[] {
  if (model === null) return [];
  if (model.fault !== null)
    return remark(`The model ${plain(model.model)} was asked and gave nothing: ${model.fault}`);
  const dropped = Object.entries(model.dropped).filter(([, count]) => count > 0);
  const why =
    dropped.length === 0
      ? 'none dropped'
      : `dropped: ${dropped.map(([reason, count]) => `${String(count)} ${reason}`).join(', ')}`;
  return remark(
    `Model ${plain(model.model)}: ${String(model.proposed)} quotations proposed, ${String(model.kept)} found in the text (${why}). Claims found by rules and model ${String(model.both)}, by rules only ${String(model.rulesOnly)}, by the model only ${String(model.modelOnly)}.`,
  );
}

/** Which words became which name: printed so that a reader can object. */
function mapping({
  declarations,
  unknownNames,
}: Pick<Draft, 'declarations' | 'unknownNames'>): readonly string[] {
  const mapped = declarations.filter(({ written, origin }) => written.length > 0 && origin !== 'unknown');
  const shown = mapped.map(({ name, written, origin }) => {
    const words = written.map(
      ({ words: said, count, loaded }) =>
        `${plain(said)}${count > 1 ? ` (${String(count)})` : ''}${loaded ? ' [loaded]' : ''}`,
    );
    const note = origin === 'umbrella' ? '; an umbrella name: its members are what the source says' : '';
    return `  ${name} for ${words.join(', ')}${note}`;
  });
  const unknown = unknownNames.map(
    ({ words, count, didYouMean }) =>
      `${plain(words)}${count > 1 ? ` (${String(count)})` : ''}${didYouMean === null ? '' : ` - did you mean ${plain(didYouMean)}?`}`,
  );
  return [
    ...(shown.length > 0
      ? [
          '//',
          ...remark('Names and the words they stand for (object where one is wrong):'),
          ...shown.flatMap((line) => remark(line)),
        ]
      : []),
    ...(unknown.length > 0 ? ['//', ...remark(`Names that no pack knows: ${unknown.join('; ')}`)] : []),
  ];
}

function declarationLines({ tacit, origin, kind }: Declaration): readonly string[] {
  const note =
    origin === 'unknown' && (kind === 'actor' || kind === 'place') ? ['// no pack knows this name'] : [];
  return [...note, ...tacit.split('\n')];
}

const LONGEST_QUOTE = 80;

/**
 * A claim that the theatre holds already is told and not written again: of the same source by its name alone, of another
 * source with the claim as a remark, ready to stand beside it.
 */
function knownLines(
  suggestions: readonly Suggestion[],
  theatre: string | null,
): ReadonlyMap<Suggestion, readonly string[]> {
  const sources = new Map(
    (theatre === null ? [] : readKnownClaims(theatre)).map(({ name, source }) => [name, source] as const),
  );
  return new Map(
    suggestions.flatMap((one) => {
      if (one.already === null) return [];
      const words = plain(one.quotation);
      const shown = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
      const where = one.paragraph === null ? 'the title' : `paragraph ${String(one.paragraph)}`;
      const told = `Already in this file as ${one.already}: ${where}, "${shown}".`;
      if (sources.get(one.already) === one.source) return [[one, remark(told)] as const];
      const [first] = one.alternatives;
      return [
        [
          one,
          [
            ...remark(`${told} To keep this source beside it, take the marks off:`),
            ...(first?.tacit.split('\n').map((line) => `// ${line}`) ?? []),
          ],
        ] as const,
      ];
    }),
  );
}

function claimLines({ alternatives, hedged, realis, same, foundBy }: Suggestion): readonly string[] {
  const [first, second] = alternatives;
  if (!first) return [];
  const told = [
    ...(hedged ? ['the article hedges'] : []),
    ...(realis === 'alleged' || realis === 'hypothetical' || realis === 'negated'
      ? [`told as ${realis}`]
      : []),
    ...(foundBy === 'rules' ? [] : [`found by ${foundBy === 'both' ? 'rules and model' : 'the model only'}`]),
    ...(same.length > 0 ? [`the same as ${same.join(', ')}, but for dates or numbers`] : []),
  ];
  const notes = [
    ...(told.length > 0 ? [capitalised(told.join('; '))] : []),
    ...(first.missing.length > 0 ? [`Open: ${first.missing.join('; ')}`] : []),
  ];
  const other = second
    ? [
        `// or ${second.kind}:`,
        ...second.tacit
          .split('\n')
          .slice(1)
          .map((line) => `// ${line}`),
      ]
    : [];
  return [...notes.flatMap((note) => remark(note)), first.tacit, ...other];
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Text from files stays on its line and cannot end a remark or hide in it. */
function plain(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

/** A remark, folded at the width of a page. */
function remark(text: string): readonly string[] {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = indent;
  for (const word of text.trim().split(/\s+/)) {
    if (line.length + word.length + 1 > WIDTH && line.trim() !== '') {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else line = line.trim() === '' ? `${line}${word}` : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `// ${one}`.trimEnd());
}

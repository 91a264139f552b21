import { pluralOf } from './actWords.ts';
import type { Asked, Proposal } from './completion.ts';
import { declarationsIn } from './declarationsIn.ts';
import { headsOf } from './grammarAutomaton.ts';
import type { Station } from './grammarAutomaton.ts';
import { meaningOfKeyword } from './meaningOfKeyword.ts';
import { printAct } from './printPattern.ts';
import { DELAYS } from './resolveAssumptions.ts';
import { PARTS } from './resolveRestrictions.ts';
import { EVENT_CLASSES, STANDARD_ACTS } from './standardActs.ts';
import { meaningOf } from './wordMeaning.ts';

/** Words of the language, acts, measures, classes of events and the few words that a setting may take. */
export function proposeWords(asked: Asked): readonly Proposal[] {
  const proposals = asked.stations.flatMap((station) =>
    /^[a-z]/.test(station.token) ? proposeKeyword(asked, station) : proposeTerminal(asked, station),
  );
  return [...new Map(proposals.map((proposal) => [proposal.label, proposal])).values()];
}

function proposeKeyword({ before }: Asked, station: Station): Proposal[] {
  // Words inside a class of events, such as `killing`, are proposed with the class.
  if (station.role.rule === 'ActClass' && station.role.property === 'words') return [];
  const count = before.at(-1);
  // One day, two days.
  if (/^(day|week)s?$/.test(station.token) && count?.tokenType.name === 'NUMBER') {
    if (station.token.endsWith('s') === (count.image === '1')) return [];
  }
  return phrasesFrom(station).map((label) => {
    const known = meaningOfKeyword(station.token, station.role.rule);
    const detail = known?.meaning.split('. ')[0]?.replace(/\.$/, '') ?? '';
    const example = !known || known.example === null ? '' : `\n\n\`\`\`tacit\n${known.example}\n\`\`\``;
    const meaning = known ? `${known.meaning}${example}` : null;
    return { kind: 'keyword', label, detail, meaning, foundBy: null, template: null };
  });
}

const MOST_BRANCHES = 2;

/** A word with those that must follow it: `graded by`, `at least`, `at most`. */
function phrasesFrom({ token, next }: Station): readonly string[] {
  const { stations, end } = headsOf(next);
  const follow = new Set(stations.map((station) => station.token));
  const fixed = !end && [...follow].every((word) => /^[a-z]/.test(word)) && follow.size <= MOST_BRANCHES;
  // Units are written behind their number and are not a part of a phrase.
  if (!fixed || follow.size === 0 || [...follow].every((word) => /^(day|week)s?$/.test(word))) return [token];
  const tails = stations.flatMap((station) => phrasesFrom(station));
  return [...new Set(tails)].map((tail) => `${token} ${tail}`);
}

function proposeTerminal(asked: Asked, { token, role }: Station): readonly Proposal[] {
  const meaning = meaningOf(role, token);
  if (token === 'WORD' && meaning?.of === 'act' && !meaning.declares) return proposeActs(asked);
  if (token === 'WORD' && meaning?.of === 'measure' && !meaning.declares) return proposeMeasures(asked);
  if (token !== 'WORD') return [];
  switch (`${role.rule}.${role.property ?? ''}`) {
    case 'ActClass.words':
      return proposeClasses(asked);
    case 'Assumption.delay':
      return DELAYS.map((delay) => word(delay, 'how answers spread over the window'));
    case 'Restriction.asserts':
      return PARTS.map((part) => word(part, 'a part that the source asserts'));
    case 'Source.reliability':
      return [word('unrated', 'nobody has rated this source')];
    default:
      return [];
  }
}

/** Both numbers; first the one that fits the name before: `US strikes`, `Militias strike`. */
function proposeActs({ files, before }: Asked): readonly Proposal[] {
  const { acts, names } = declarationsIn(files);
  const doer = names.get(before.at(-1)?.image.normalize('NFC') ?? '');
  const declared = [...acts.values()].map(({ name, item }) => {
    const classes = item?.kind === 'act' ? item.classes : [];
    return [name, classes.map((one) => (one.of === 'code' ? `code "${one.code}"` : one.name))] as const;
  });
  const standard = Object.entries(STANDARD_ACTS).filter(([name]) => !acts.has(name));
  return [...declared, ...standard].flatMap(([name, classes]) => {
    const forms = [pluralOf(name), name];
    const ordered = doer?.kind === 'alliance' ? forms.reverse() : forms;
    const meaning = `The act **${name}** takes: ${classes.join(', ')}.`;
    return ordered.map((form) => ({
      ...word(printAct(form), classes.join(', ')),
      kind: 'act' as const,
      meaning,
    }));
  });
}

function proposeMeasures({ files }: Asked): readonly Proposal[] {
  const declared = [...declarationsIn(files).measures.keys()];
  return [...new Set([...declared, 'killed', 'wounded'])].map((name) => ({
    ...word(name, 'a number that each event of the record has'),
    kind: 'measure',
  }));
}

/** Classes of several words take the place of the words that already stand. */
function proposeClasses({ before, typed, offset }: Asked): readonly Proposal[] {
  const images = before.map(({ image }) => image);
  const first = Math.max(images.lastIndexOf(','), images.lastIndexOf('of')) + 1;
  const words = before.slice(first);
  const start = words[0]?.startOffset ?? offset - typed.length;
  const wanted = [...words.map(({ image }) => image), typed].join(' ');
  return EVENT_CLASSES.filter((name) => name.startsWith(wanted) && name !== wanted).map((name) => ({
    ...word(name, 'a class of events'),
    kind: 'class',
    start,
  }));
}

function word(label: string, detail: string): Proposal {
  return { kind: 'keyword', label, detail, meaning: null, foundBy: null, template: null };
}

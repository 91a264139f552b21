import { dayFromCivil, formatDay } from '../../../src/calendar/index.ts';
import {
  articleOfText,
  choosePacks,
  draftTheatre,
  findReading,
  type Draft,
  type Pack,
  type Suggestion,
} from '../../../src/reader/index.ts';
import type { ExpectedClaim, UnseenArticle } from './unseenArticle.ts';

export interface Tally {
  right: number;
  of: number;
}

export interface Measured {
  readonly names: Tally;
  readonly times: Tally;
  /** Suggestions that are a claim a person found, and claims found. */
  readonly precision: Tally;
  readonly recall: Tally;
  readonly kinds: Tally;
  readonly parties: Tally;
  /** Parties filled in that a person left open or read otherwise: the worst mistake of a draft. */
  readonly wrongParties: Tally;
  readonly when: Tally;
  readonly wrong: string[];
}

export function draftOf(
  { name, text, published }: Pick<UnseenArticle, 'name' | 'text' | 'published'>,
  all: readonly Pack[],
): Draft {
  const article = articleOfText(text, {
    file: `${name}.txt`,
    published: dayFromCivil(...published),
    publisher: 'Invented Weekly',
  });
  const chosen = choosePacks(article, all);
  if ('unknown' in chosen) throw new Error(chosen.unknown);
  return draftTheatre([findReading(article, chosen.packs)], { packs: chosen.packs });
}

/** Counts what the reader gets right of what a person read out of the articles. */
export function measureUnseen(articles: readonly UnseenArticle[], all: readonly Pack[]): Measured {
  const tally = (): Tally => ({ right: 0, of: 0 });
  const measured: Measured = {
    names: tally(),
    times: tally(),
    precision: tally(),
    recall: tally(),
    kinds: tally(),
    parties: tally(),
    wrongParties: tally(),
    when: tally(),
    wrong: [],
  };
  const note = (one: Tally, right: boolean, words: string) => {
    one.of += 1;
    if (right) one.right += 1;
    else measured.wrong.push(words);
  };
  for (const article of articles) {
    const draft = draftOf(article, all);
    const at = (words: string) => {
      const start = article.text.indexOf(words);
      if (start === -1) throw new Error(`not in ${article.name}: ${words}`);
      return { start, end: start + words.length };
    };
    for (const [words, role] of article.names) {
      const { start, end } = at(words);
      const found = draft.names.find((name) => name.start < end && start < name.end);
      const right =
        found !== undefined && (role === 'any' || (found.role === role && found.quotation.includes(words)));
      note(
        measured.names,
        right,
        `${article.name} name ${words}: ${found?.quotation ?? '-'} ${found?.role ?? ''}`,
      );
    }
    for (const [words, first, last] of article.times) {
      const { start, end } = at(words);
      const found = draft.dates.find((date) => date.start < end && start < date.end);
      note(
        measured.times,
        found?.from === first && found.to === last,
        `${article.name} time ${words}: ${found?.from ?? '-'} ${found?.to ?? '-'}`,
      );
    }
    const left = new Set(draft.suggestions);
    for (const claim of article.claims) {
      const { start, end } = at(claim.words);
      const found = [...left].find((one) => one.start < end && start < one.end);
      note(measured.recall, found !== undefined, `${article.name} missed ${claim.words}`);
      if (!found) continue;
      left.delete(found);
      judge(measured, article, draft, claim, found, note);
    }
    measured.precision.right += draft.suggestions.length - left.size;
    measured.precision.of += draft.suggestions.length;
    for (const one of left) measured.wrong.push(`${article.name} no claim: ${one.quotation}`);
  }
  return measured;
}

function judge(
  measured: Measured,
  article: UnseenArticle,
  draft: Draft,
  claim: ExpectedClaim,
  found: Suggestion,
  note: (tally: Tally, right: boolean, words: string) => void,
): void {
  const [first] = found.alternatives;
  const lines = first?.tacit.split('\n').slice(1).join(' ').trim() ?? '';
  const told = `${article.name} "${claim.words}": ${lines}`;
  note(
    measured.kinds,
    claim.kinds.split('|').includes(first?.kind ?? ''),
    `kind ${first?.kind ?? '-'} ${told}`,
  );
  if (claim.parties !== '') {
    const read = partiesOf(lines, draft);
    const expected = claim.parties.split(/ [>&] |; /);
    const fits = (order: readonly string[], open: boolean) =>
      order.every((written, index) => isOne(written, read[index] ?? '?', draft, open));
    const swapped = claim.parties.includes(' & ') ? [expected, [...expected].reverse()] : [expected];
    const whole = claim.parties.includes(';') ? expected.length : 2;
    const right =
      swapped.some((order) => fits(order, false)) && read.slice(whole).every((one) => one === '?');
    note(measured.parties, right, `parties ${told}`);
    measured.wrongParties.of += 1;
    if (!swapped.some((order) => fits(order, true))) measured.wrongParties.right += 1;
  }
  // "from 2022" says the same as "from 2022-01-01".
  const whole = (date: string) => (/^\d{4}(-\d\d)?$/.test(date) ? `${date}-01-01`.slice(0, 10) : date);
  const dates = (
    lines.replace(/"(?:[^"]|"")*"/g, '').match(/\b(?:19|20)\d\d(?:-\d\d){0,2}\b|\b\d+ days\b/g) ?? []
  ).map(whole);
  const published = formatDay(dayFromCivil(...article.published));
  const wanted =
    claim.when === ''
      ? []
      : claim.when
          .replace(/ days/g, '_days')
          .split(' ')
          .map((one) => whole(one.replace('_', ' ')));
  const right =
    wanted.every((one) => dates.includes(one)) &&
    dates.every((one) => wanted.includes(one) || one === published);
  note(measured.when, right, `when ${told}`);
}

/** The sides of a sentence in their order: doer, target, doer, target; `?` where it leaves one open or names none. */
export function partiesOf(lines: string, draft: Draft): readonly string[] {
  const known = new Set(
    draft.declarations.filter(({ kind }) => kind === 'actor' || kind === 'alliance').map(({ name }) => name),
  );
  const [head = ''] = lines.replace(/"(?:[^"]|"")*"/g, '').split(/ (?:since|until|during) /);
  return head.split(/ then | as (?=\S)/).flatMap((pattern) => {
    const sides = pattern
      .replace(/ (?:in|near) \S+/g, ' ')
      .split(/\s+/)
      .filter((word) => known.has(word) || word === '?' || word === 'anyone')
      .map((word) => (word === 'anyone' ? '?' : word));
    return [sides[0] ?? '?', sides[1] ?? '?'];
  });
}

/** Whether a side of the draft is what the draft made of words a person read; `open` also takes a side left open. */
function isOne(written: string, side: string, { articles, names }: Draft, open: boolean): boolean {
  if (side === '?') return open || written.split('|').includes('?');
  const raw = (articles[0]?.raw ?? '').toLowerCase();
  return names.some(
    ({ name, start, end }) =>
      name === side &&
      written.split('|').some((words) => {
        for (
          let at = raw.indexOf(words.toLowerCase());
          at !== -1;
          at = raw.indexOf(words.toLowerCase(), at + 1)
        )
          if (start < at + words.length && at < end) return true;
        return false;
      }),
  );
}

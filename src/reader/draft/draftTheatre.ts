import { formatDay } from '../../calendar/index.ts';
import type { NameMention, Pack } from '../article.ts';
import { joinClaims } from '../merge/joinClaims.ts';
import { readKnownClaims } from '../merge/readKnownClaims.ts';
import type {
  Declaration,
  Draft,
  DraftArticle,
  ModelReport,
  Party,
  Passage,
  Suggestion,
  UnknownName,
} from './draft.ts';
import type { Reading } from './findReading.ts';
import { makeNaming, rememberWords } from './makeNaming.ts';
import { needs } from './needs.ts';
import { makeSources } from './makeSources.ts';
import { readKnownNames } from './readKnownNames.ts';
import { RELIABILITY } from './reliability.ts';
import { suggestClaims } from './suggestClaims.ts';
import { writeDate } from './tacitText.ts';
import { writeDraftText } from './writeDraftText.ts';

export interface DraftOptions {
  readonly packs: readonly Pack[];
  /** Text of a theatre the draft is added to; it stays as it is. */
  readonly theatre?: string | null;
  readonly notes?: readonly string[];
  readonly model?: ModelReport | null;
  /** Which claims, by article and place, the model found too or alone. */
  readonly foundBy?: (article: number, start: number, end: number) => 'rules' | 'model' | 'both';
}

const SPECIMEN = 60;

/** Drafts a theatre from articles that were read: suggestions with their passages, declarations, and the file's text. */
export function draftTheatre(readings: readonly Reading[], options: DraftOptions): Draft {
  const theatre = options.theatre ?? null;
  const known = theatre === null ? { ...readKnownNames(''), hasRecord: false } : readKnownNames(theatre);
  const named = new Set(
    readings.flatMap(({ names }) => names.flatMap(({ entry }) => (entry ? [entry.id] : []))),
  );
  const naming = makeNaming(options.packs, known, named);
  const several = readings.length > 1 || theatre !== null;
  const articles: DraftArticle[] = [];
  const suggested = readings.flatMap((reading, number) => {
    const { article } = reading;
    rememberWords(article.raw, reading.names);
    const sources = makeSources(reading, naming, known.byWords);
    articles.push({
      file: article.file,
      source: sources.own,
      publisher: article.publisher,
      published: article.published === null ? null : formatDay(article.published),
      raw: article.raw,
      title: article.title,
      paragraphs: article.paragraphs.map((span, index) => ({
        start: span.start,
        end: span.end,
        number: index + 1,
      })),
      headings: article.headings,
      boilerplate: article.boilerplate,
    });
    const own = suggestClaims(reading, number, several ? sources.own : '', naming, sources);
    naming.tally(reading.acting.filter(({ role }) => role !== 'unknown'));
    return own;
  });
  const { suggestions, rivals } = joinClaims(suggested, theatre === null ? [] : readKnownClaims(theatre));
  const all = readings.flatMap((reading, number) => {
    const at = (one: { readonly start: number; readonly end: number; readonly sentence: number }): Passage =>
      passage(reading, number, one);
    const party = (mention: NameMention | null): Party | null =>
      mention && {
        start: mention.start,
        end: mention.end,
        words: reading.article.raw.slice(mention.start, mention.end),
        name: naming.lookUp(mention),
      };
    return {
      events: reading.events.map((event) => ({
        ...at(event),
        eventClass: event.eventClass,
        doer: party(event.doer),
        target: party(event.target),
        place: party(event.place),
        from: event.time?.days ? formatDay(event.time.days.first) : null,
        to: event.time?.days ? formatDay(event.time.days.last) : null,
        realis: event.realis,
        killed: event.killed,
      })),
      dates: reading.times.map((time) => ({
        ...at(time),
        from: time.days ? formatDay(time.days.first) : null,
        to: time.days ? formatDay(time.days.last) : null,
        alternatives: time.alternatives.map(({ first, last }) => ({
          from: formatDay(first),
          to: formatDay(last),
        })),
      })),
      voices: reading.voices.map((voice) => ({
        ...at(voice),
        cue: { start: voice.cue.start, end: voice.cue.end },
        source: voice.source && reading.article.raw.slice(voice.source.start, voice.source.end),
        scope: { start: voice.scope.start, end: voice.scope.end },
        carried: voice.carried,
        hedged: voice.hedged,
      })),
      names: reading.names.map((name) => ({
        ...at(name),
        name: naming.lookUp(name),
        role: name.role,
        loaded: name.loaded,
      })),
      unknown: reading.names
        .filter(({ entry }) => entry === null || entry.fromArticle)
        .map((name) => ({ name, passage: at(name) })),
    };
  });
  const draft = {
    format: 'tacit-draft/1' as const,
    title: titleOf(readings),
    articles,
    suggestions: suggestions.map((one) => ({
      ...one,
      foundBy: options.foundBy?.(one.article, one.start, one.end) ?? one.foundBy,
    })),
    declarations: needed(naming.declarations(), suggestions, articles),
    unknownNames: countUnknown(all.flatMap(({ unknown }) => unknown)),
    events: all.flatMap(({ events }) => events),
    dates: all.flatMap(({ dates }) => dates),
    voices: all.flatMap(({ voices }) => voices),
    names: all.flatMap(({ names }) => names),
    rivals,
    notes: options.notes ?? [],
    asks: asksOf(readings, articles, known.hasRecord),
    reliability: RELIABILITY,
    model: options.model ?? null,
  };
  return { ...draft, text: writeDraftText(draft, theatre, known.hasRecord) };
}

/** Declarations that some claim uses, the second readings too, and the articles' own sources. */
function needed(
  declarations: readonly Declaration[],
  suggestions: readonly Suggestion[],
  articles: readonly DraftArticle[],
): readonly Declaration[] {
  const text = suggestions
    .flatMap(({ alternatives }) => alternatives.map(({ tacit }) => tacit))
    .concat(articles.map(({ source }) => source))
    .join('\n');
  const used = new Set(needs({ declarations }, text));
  return declarations.filter((one) => used.has(one));
}

function passage(
  { article }: Reading,
  number: number,
  one: { readonly start: number; readonly end: number; readonly sentence: number },
): Passage {
  const paragraph = article.sentences[one.sentence]?.paragraph ?? null;
  return {
    article: number,
    paragraph: paragraph === null ? null : paragraph + 1,
    start: one.start,
    end: one.end,
    quotation: article.raw.slice(one.start, one.end),
  };
}

function titleOf(readings: readonly Reading[]): string {
  const titles = readings.flatMap(({ article }) =>
    article.title ? [article.raw.slice(article.title.start, article.title.end)] : [],
  );
  const [first] = titles;
  if (readings.length > 1) return `Draft from ${String(readings.length)} articles`;
  return `Draft: ${first ?? readings[0]?.article.file ?? 'an article'}`;
}

function countUnknown(
  unknown: readonly { readonly name: NameMention; readonly passage: Passage }[],
): readonly UnknownName[] {
  const counted = new Map<
    string,
    { count: number; readonly first: Passage; readonly didYouMean: string | null }
  >();
  for (const { name, passage: first } of unknown) {
    const words = first.quotation.replace(/\s+/g, ' ');
    const before = counted.get(words);
    if (before) before.count += 1;
    else counted.set(words, { count: 1, first, didYouMean: name.didYouMean });
  }
  return [...counted]
    .map(([words, { count, first, didYouMean }]) => ({ words, count, didYouMean, first }))
    .sort((a, b) => b.count - a.count);
}

function asksOf(
  readings: readonly Reading[],
  articles: readonly DraftArticle[],
  hasRecord: boolean,
): readonly string[] {
  const undated = articles
    .filter(({ published }) => published === null)
    .map(
      ({ file, source }) =>
        `When was ${file} published? Write it instead of the ? behind source ${source}, or draft again with --published: dates without a year are told by it.`,
    );
  const ambiguous = readings.flatMap(({ article, times }) =>
    times
      .filter(({ alternatives }) => alternatives.length > 0)
      .map((time) => {
        const readingsOf = [...(time.days ? [time.days] : []), ...time.alternatives].map(
          (days) => writeDate(days) ?? `${formatDay(days.first)} to ${formatDay(days.last)}`,
        );
        const words = article.raw
          .slice(Math.max(0, time.start), Math.min(time.end, time.start + SPECIMEN))
          .replace(/\s+/g, ' ');
        return `"${words}" in ${article.file} can mean ${[...new Set(readingsOf)].join(' or ')}.`;
      }),
  );
  const record = hasRecord
    ? []
    : ['Which record is it compared with? Write its file behind record, and the days it covers.'];
  return [...record, ...undated, ...new Set(ambiguous)];
}

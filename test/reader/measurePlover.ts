import { articleOfText, findEvents, findNames, type EventMention } from '../../src/reader/index.ts';
import { packs } from './readText.ts';

export interface PloverSentence {
  readonly event16: string;
  readonly text: string;
  readonly source: readonly { readonly text: string }[];
  readonly target: readonly { readonly text: string }[];
}

export interface PloverShares {
  readonly eventClass: number;
  readonly doer: number;
  readonly target: number;
  /** Class, doer and target right in one event. */
  readonly triples: number;
  /** The same for the first event of the sentence alone. */
  readonly first: number;
}

const SMALL = /^(the|of|in|and|to|a)$/;

/** Two wordings name the same when they share a word, or the stem of one ("Portugal", "Portuguese"). */
function overlap(one: string, other: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\d ]/gu, ' ')
      .split(/\s+/)
      .filter((word) => word.length > 1 && !SMALL.test(word));
  const others = words(other);
  return words(one).some((word) =>
    others.some(
      (known) =>
        word === known || (word.length > 4 && known.length > 4 && word.slice(0, 5) === known.slice(0, 5)),
    ),
  );
}

/** Shares of sentences whose coded event is among those read. A sentence without a coded target asks for none. */
export function measurePlover(sentences: readonly PloverSentence[]): PloverShares {
  const right = sentences.map((sentence) => {
    const { text, source, target, event16 } = sentence;
    const article = {
      ...articleOfText(text, { file: 'sentence' }),
      sentences: [{ start: 0, end: text.length, paragraph: 0 }],
    };
    const events = findEvents(article, { names: findNames(article, packs()), times: [] });
    const aims = target.length > 0 ? target : source.slice(1);
    const said = (one: EventMention['doer']) => (one ? text.slice(one.start, one.end) : '');
    return events.map((event) => [
      event.eventClass === event16,
      source.some((one) => overlap(said(event.doer), one.text)),
      aims.length === 0 || aims.some((one) => overlap(said(event.target), one.text)),
    ]);
  });
  const share = (test: (events: readonly (readonly boolean[])[]) => boolean) =>
    right.filter(test).length / sentences.length;
  return {
    eventClass: share((events) => events.some(([known]) => known)),
    doer: share((events) => events.some(([, known]) => known)),
    target: share((events) => events.some(([, , known]) => known)),
    triples: share((events) => events.some((one) => one.every(Boolean))),
    first: share(([first]) => first?.every(Boolean) ?? false),
  };
}

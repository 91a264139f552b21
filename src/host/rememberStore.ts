import { createHash } from 'node:crypto';
import { groupByStream, type CountCell, type CountPlan, type EventStore } from '../record/index.ts';
import { nameSelections } from './nameSelections.ts';

/** Answers kept; those that were not asked for longest are forgotten first. */
const MOST_ANSWERS = 20_000;

/**
 * The same store, which answers a question that was asked before from memory: nothing in it changes while it is open.
 * Counts are remembered stream by stream, whatever the streams are called, so that a plan with one new stream counts only
 * that one.
 */
export function rememberStore(store: EventStore): EventStore {
  const answers = new Map<string, Promise<unknown>>();
  const recall = <Answer>(key: string): Promise<Answer> | undefined => {
    const known = answers.get(key) as Promise<Answer> | undefined;
    if (known === undefined) return undefined;
    answers.delete(key);
    answers.set(key, known);
    return known;
  };
  const keep = <Answer>(key: string, answer: Promise<Answer>): Promise<Answer> => {
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    for (const [oldest] of answers) {
      if (answers.size <= MOST_ANSWERS) break;
      answers.delete(oldest);
    }
    return answer;
  };
  const remember = <Answer>(question: readonly unknown[], ask: () => Promise<Answer>): Promise<Answer> => {
    const key = keyOf(question);
    return recall<Answer>(key) ?? keep(key, ask());
  };
  const names = nameSelections();
  /** The cells of each answer under the stream's name that asked for them last. */
  const labelled = new WeakMap<
    readonly CountCell[],
    { readonly id: string; readonly cells: readonly CountCell[] }
  >();
  const label = (id: string, counted: readonly CountCell[]): readonly CountCell[] => {
    const known = labelled.get(counted);
    if (known?.id === id) return known.cells;
    const cells = counted.map((cell) => ({ ...cell, stream: id }));
    labelled.set(counted, { id, cells });
    return cells;
  };
  /** All streams that were not counted before are counted at once. */
  const count = async ({ streams, without }: CountPlan): Promise<CountCell[]> => {
    const left = without === undefined ? '' : names.ofValue(without);
    const keys = streams.map(({ anyOf }) => `count ${names.ofAnyOf(anyOf)} ${left}`);
    const known = new Map(keys.map((key) => [key, recall<readonly CountCell[]>(key)]));
    const missing = new Map(streams.map(({ anyOf }, index) => [keys[index] ?? '', anyOf] as const));
    for (const [key, answer] of known) if (answer) missing.delete(key);
    if (missing.size > 0) {
      const plan = { streams: [...missing].map(([id, anyOf]) => ({ id, anyOf })) };
      const counting = store
        .count(without === undefined ? plan : { ...plan, without })
        .then((cells) => groupByStream(cells));
      for (const key of missing.keys()) {
        const answer = counting.then((groups) => groups.get(key) ?? []);
        known.set(key, keep(key, answer));
      }
    }
    const counted = await Promise.all(keys.map((key) => known.get(key) ?? []));
    return streams.flatMap(({ id }, index) => label(id, counted[index] ?? []));
  };
  return {
    summaries: () => remember(['summaries'], () => store.summaries()),
    count,
    events: ({ id, anyOf }, limit, without) =>
      remember(['events', names.ofAnyOf(anyOf), limit, without && names.ofValue(without)], () =>
        store.events({ id, anyOf }, limit, without),
      ),
    eventsAt: (rows) => remember(['events at', rows], () => store.eventsAt(rows)),
    duplicates: (record) => remember(['duplicates', record], () => store.duplicates(record)),
    findIds: (ids) => remember(['ids', ids], () => store.findIds(ids)),
    similarIds: (record, text, limit) =>
      remember(['similar', record, text, limit], () => store.similarIds(record, text, limit)),
    vocabulary: (record) => remember(['vocabulary', record], () => store.vocabulary(record)),
    sources: (record, limit) => remember(['sources', record, limit], () => store.sources(record, limit)),
    setAsideRows: (record, limit) =>
      remember(['set aside', record, limit], () => store.setAsideRows(record, limit)),
    setAsideReasons: (record) => remember(['reasons', record], () => store.setAsideReasons(record)),
    eventsByMonth: (record) => remember(['months', record], () => store.eventsByMonth(record)),
    eventsByDay: (record) => remember(['days', record], () => store.eventsByDay(record)),
    close: () => store.close(),
  };
}

function keyOf(question: readonly unknown[]): string {
  const text = JSON.stringify(question.map((part) => (part === undefined ? ['left out'] : part)));
  return createHash('sha256').update(text).digest('base64');
}

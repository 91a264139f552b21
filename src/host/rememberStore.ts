import { dropCovered, type CountCell, type EventStore } from '../record/index.ts';

/**
 * The same store, which answers a question that was asked before from memory: nothing in it changes while it is open.
 * Counts are remembered stream by stream, whatever the streams are called, so that a plan with one new stream counts only
 * that one.
 */
export function rememberStore(store: EventStore): EventStore {
  const answers = new Map<string, Promise<unknown>>();
  const remember = <Answer>(question: readonly unknown[], ask: () => Promise<Answer>): Promise<Answer> => {
    const key = JSON.stringify(question.map((part) => (part === undefined ? ['left out'] : part)));
    const known = answers.get(key) as Promise<Answer> | undefined;
    if (known) return known;
    const answer = ask();
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
  return {
    summaries: () => remember(['summaries'], () => store.summaries()),
    count: async ({ streams, without }) => {
      const cells: CountCell[] = [];
      for (const { id, anyOf: written } of streams) {
        const anyOf = dropCovered(written);
        const plan = { streams: [{ id, anyOf }], ...(without === undefined ? {} : { without }) };
        const counted = await remember(['count', anyOf, without], () => store.count(plan));
        for (const cell of counted) cells.push(cell.stream === id ? cell : { ...cell, stream: id });
      }
      return cells;
    },
    events: ({ id, anyOf }, limit, without) =>
      remember(['events', anyOf, limit, without], () => store.events({ id, anyOf }, limit, without)),
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

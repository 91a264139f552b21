import { designStream, type CountPanel, type StreamModel } from '../model/index.ts';
import type { TheatreModel } from './theatreModel.ts';

/**
 * The model without the terms that no recorded step of the panel shows: a truce that has not begun, answers to triggers
 * that never came, a change in force all along. Their strength is unknown, so forecasts leave them out and say so.
 */
export function dropUnseen(model: TheatreModel, panel: CountPanel): TheatreModel {
  const unseen = new Set<string>();
  const key = (stream: string, term: string) => `${stream}\n${term}`;
  const streams = model.streams.map((one): StreamModel => {
    const { answers, modifiers, recorded } = designStream(one, panel);
    const shows = (column: Float64Array, constantShows: boolean) => {
      const values = column.filter((_, t) => recorded[t]);
      return values.some((value) => value !== (constantShows ? 0 : values[0]));
    };
    const isSeen = (name: string) => {
      const answer = answers.find((column) => column.name === name);
      const own = modifiers.filter((column) => column.name === name);
      const seen = answer ? shows(answer.x, true) : own.some(({ z }) => shows(z, false));
      if (!seen) unseen.add(key(one.stream, name));
      return seen;
    };
    return {
      ...one,
      answers: (one.answers ?? []).filter(({ name, from }) => isSeen(name ?? `from ${from}`)),
      modifiers: (one.modifiers ?? []).flatMap((term) => {
        if (!isSeen(term.name)) return [];
        if (term.of !== 'truce' || term.expectedFrom === undefined) return [term];
        const expected = modifiers.find(({ name }) => name === `${term.name} expected`);
        const { of, name, days } = term;
        return [expected && shows(expected.z, false) ? term : { of, name, days }];
      }),
    };
  });
  const isGone = (stream: string, term: string) => unseen.has(key(stream, term));
  return {
    streams,
    rules: model.rules.filter(({ stream, term }) => !isGone(stream, term)),
    leftOut: [
      ...model.leftOut,
      ...model.rules
        .filter(({ stream, term }) => isGone(stream, term))
        .map(({ claim }) => ({ what: claim, why: 'is shown by no recorded step up to the origin' })),
    ],
  };
}

import type { CountPanel } from '../countPanel.ts';
import type { AnswerColumn, StreamDesign } from '../design.ts';
import { delayWeights } from '../delays/index.ts';
import { lagSum } from '../lagSum.ts';
import { maskIncompleteHistory } from '../maskIncompleteHistory.ts';
import { endemicColumns } from './endemicColumns.ts';
import { gateOpen } from './gateOpen.ts';
import { longestHistory } from './longestHistory.ts';
import { modifierColumns } from './modifierColumns.ts';
import { onDays } from './onDays.ts';
import type { AnswerTerm, StreamModel } from './streamModel.ts';

/**
 * The design of one receiving stream on a count panel: what `fitStream`, profiles and posteriors take. Steps whose
 * longest history is not recorded in full only condition. Throws on streams that the panel does not have, on two terms
 * of one name, and on delays outside their range.
 */
export function designStream(model: StreamModel, panel: CountPanel): StreamDesign {
  const countsOf = (stream: string) => {
    const counts = panel.counts[panel.streams.indexOf(stream)];
    if (!counts) throw new Error(`the panel has no stream "${stream}"`);
    return counts;
  };
  const complete = maskIncompleteHistory(panel.recorded, longestHistory(model));
  const inside = onDays(panel, model.days);
  const design: StreamDesign = {
    counts: countsOf(model.stream),
    recorded: complete.map((one, t) => one & inside[t]!),
    coverage: panel.coverage[panel.streams.indexOf(model.stream)]!,
    endemic: endemicColumns(model, panel, countsOf),
    answers: (model.answers ?? []).map((term) => answerColumn(term, panel, countsOf)),
    modifiers: (model.modifiers ?? []).flatMap((term) => modifierColumns(term, panel, countsOf)),
    family: model.family ?? 'NB2',
  };
  refuseTwins([...design.endemic, ...design.answers, ...design.modifiers].map(({ name }) => name));
  return design;
}

function answerColumn(
  { name, from, delay, estimate, triggersOn, holdsOn, gate }: AnswerTerm,
  panel: CountPanel,
  countsOf: (stream: string) => Float64Array,
): AnswerColumn {
  const source = countsOf(from);
  const open = gate ? gateOpen(countsOf(gate.of), panel.recorded, gate) : null;
  const counted = onDays(panel, triggersOn).map((one, t) => one & (open ? open[t]! : 1) & panel.recorded[t]!);
  const active = onDays(panel, holdsOn);
  const x = lagSum(source, panel.recorded, delayWeights(delay), delay.from, counted).map((value, t) =>
    active[t] ? value : 0,
  );
  const column = { name: name ?? `from ${from}`, x };
  if (!estimate) return column;
  return { ...column, delay: { start: delay, triggers: source.map((y, t) => (counted[t] ? y : 0)), active } };
}

function refuseTwins(names: readonly string[]): void {
  const twin = names.find((name, index) => names.indexOf(name) < index);
  if (twin !== undefined) throw new Error(`two terms are named "${twin}"`);
}

import { borrowKernel, type ChainKernel } from './chainKernel.ts';
import { evenRow, PSI, rowsAt, writeMemory, type ChainMemory, type StreamMemory } from './chainMemory.ts';
import { rouwenhorst, waveLevels } from './rouwenhorst.ts';
import { countTerm } from './streamDesign.ts';

/**
 * Takes the parameters and runs the forward recursion; Σ ln q and the terms of the counts alone. What the recursion leaves in
 * the kernel's memory is good until the next likelihood is asked.
 */
export function runForward(
  plan: ChainMemory,
  theta: Float64Array,
): { readonly kernel: ChainKernel; readonly value: number } {
  const { kernel, kept } = borrowKernel(plan, plan.bytes);
  if (!kept) writeMemory(plan, kernel);
  writeTransitions(plan, Math.exp(theta[plan.logTau]!), kernel);
  let value = 0;
  for (const one of plan.streams) value += takeParameters(one, theta, plan, kernel);
  const { chain, levels, streams, records, thetas, law, emission, alpha, scale, room } = plan;
  const size = [chain.length, levels, streams.length, records, thetas] as const;
  const forward = plan.precision === 'double' ? kernel.forward : kernel.forwardSingle;
  return { kernel, value: value + forward(...size, law, emission, alpha, scale, room) };
}

/** Takes the parameters of a stream; returns the terms of its counts alone. */
function takeParameters(
  one: StreamMemory,
  theta: Float64Array,
  plan: ChainMemory,
  { memory: { buffer }, means }: ChainKernel,
): number {
  const { place, constantsLate, columns } = one.stream;
  const parameters = new Float64Array(buffer, one.parameters, one.columns.length);
  columns.forEach((_, k) => (parameters[k] = theta[place.beta + k]!));
  place.terms.forEach((from, k) => (parameters[columns.length + k] = theta[from]!));
  if (plan.precision === 'double') means(one.record, plan.days);
  const lift = rowsAt(plan, buffer, one.lift, plan.row);
  waveLevels(plan.levels).forEach((zeta, i) => (lift[i] = Math.exp(theta[place.loading]! * zeta)));
  // The levels that fill up a row repeat the last, so that nothing there is undefined.
  lift.fill(lift[plan.levels - 1]!, plan.levels);
  const psi = Math.exp(theta[place.logPsi]!);
  new Float64Array(buffer, one.record + PSI, 1)[0] = psi;
  return countTerm(constantsLate, psi);
}

/** Θ of each length of leap, by columns. */
function writeTransitions(plan: ChainMemory, tau: number, { memory }: ChainKernel): void {
  const { levels, row, transitions } = plan;
  const square = new Float64Array(levels * levels);
  for (const [leap, at] of transitions) {
    rouwenhorst(tau / leap, square, levels);
    const into = rowsAt(plan, memory.buffer, at, evenRow(levels) * row).fill(0);
    for (let i = 0; i < levels; i++) {
      for (let j = 0; j < levels; j++) into[j * row + i] = square[i * levels + j]!;
    }
  }
}

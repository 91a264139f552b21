import { delayParameters } from './delayParameters.ts';
import type { StreamDesign } from './design.ts';
import { packLocalColumns, type LocalColumn, type LocalColumns } from './localColumns.ts';
import { packDelays, type PackedDelay } from './packDelays.ts';
import { tabulateCounts, type CountTable } from './overdispersion.ts';
import { parameterNames } from './parameterNames.ts';
import { pickSteps } from './pickSteps.ts';
import { planStreamMemory, type StreamMemory } from './streamMemory.ts';

/** The recorded steps of a design, packed, and where they lie in the kernel's memory. Made by `packDesign`. */
export interface PackedDesign {
  readonly names: readonly string[];
  readonly family: 'NB2' | 'Poisson';
  /** Index of each packed step in the design. */
  readonly at: Int32Array;
  readonly y: Float64Array;
  readonly o: Float64Array;
  /** Endemic, answer and modifier columns, each over the packed steps. */
  readonly columns: readonly Float64Array[];
  readonly endemic: number;
  /** The first of the endemic columns in a local basis, or null. */
  readonly local: LocalColumns | null;
  /** Answer columns that enter the mean by a rho. */
  readonly rules: number;
  /** These, and the columns of the parameters of estimated delays that follow them. */
  readonly answers: number;
  readonly modifiers: number;
  /** Largest |value| of each column. */
  readonly scale: Float64Array;
  readonly table: CountTable;
  readonly delays: readonly PackedDelay[];
  readonly memory: StreamMemory;
  /** Packed steps that are left out for now; see `leaveStepsOut`. */
  readonly left: readonly number[];
}

export function packDesign(design: StreamDesign): PackedDesign {
  const at = listRecorded(design);
  const columns = [
    ...design.endemic.map(({ values }) => values),
    ...design.answers.map(({ x }) => x),
    ...delayParameters(design.answers).map(() => new Float64Array(design.counts.length).fill(1)),
    ...design.modifiers.map(({ z }) => z),
  ].map((column, j) => {
    if (column.length !== design.counts.length) throw new Error(`column ${j} has ${column.length} steps`);
    const isRenewed = j >= design.endemic.length && design.answers[j - design.endemic.length]?.delay;
    return isRenewed ? pickSteps(column, at).slice() : pickSteps(column, at);
  });
  const y = pickSteps(design.counts, at);
  const local = packLocalColumns(design.endemic, at);
  const kinds = {
    endemic: design.endemic.length,
    rules: design.answers.length,
    answers: design.answers.length + delayParameters(design.answers).length,
    modifiers: design.modifiers.length,
  };
  return {
    names: parameterNames(design),
    family: design.family,
    at,
    y,
    o: pickSteps(design.coverage, at),
    columns,
    ...kinds,
    local,
    scale: Float64Array.from(columns, (column, j) => scaleOf(column, at, design.endemic[j]?.local)),
    table: tabulateCounts(y),
    delays: packDelays(design, at),
    memory: planStreamMemory({ ...kinds, y, local }),
    left: [],
  };
}

const packedBefore = new WeakMap<StreamDesign, PackedDesign>();

/**
 * `packDesign` once for each design: for those who evaluate before they ask for slopes, so that it is no matter what others left
 * in the kernel's memory.
 */
export function packOnce(design: StreamDesign): PackedDesign {
  const packed = packedBefore.get(design) ?? packDesign(design);
  packedBefore.set(design, packed);
  return packed;
}

function listRecorded({ counts, recorded }: StreamDesign): Int32Array {
  const at = new Int32Array(counts.length);
  let count = 0;
  for (let t = 0; t < counts.length; t++) if (recorded[t] === 1) at[count++] = t;
  return at.slice(0, count);
}

/** The largest number of a trend's column on the stretch where it was last looked at: designs share these columns. */
const largest = new WeakMap<
  LocalColumn,
  { readonly begin: number; readonly end: number; readonly is: number }
>();

function scaleOf(column: Float64Array, at: Int32Array, local: LocalColumn | undefined): number {
  const [begin, end] = [at[0] ?? 0, (at.at(-1) ?? -1) + 1];
  const known = local && largest.get(local);
  if (known?.begin === begin && known.end === end && at.length === end - begin) return known.is;
  let is = 0;
  for (let i = 0; i < column.length; i++) is = Math.max(is, Math.abs(column[i]!));
  if (local && at.length === end - begin) largest.set(local, { begin, end, is });
  return is;
}

/** One unit of a panel while its parameters move; the letters are those of `panelLikelihood.ts`. */
import { addCurvature, type Workspace } from './addCurvature.ts';
import type { LiveBlock, LivePiece } from './livePiece.ts';
import type { PackedBlock, PackedPanel, PackedPart, PackedPiece } from './packedPanel.ts';
import { weighHistory } from './weighHistory.ts';

export function makeBlock(panel: PackedPanel, packed: PackedBlock): LiveBlock {
  const { y, psi: psiParameter, parameters } = packed;
  const size = y.length;
  const entries = parameters.length;
  let first = 0;
  const pieces = packed.pieces.map((piece): LivePiece => {
    const part = panel.parts[piece.part]!;
    const live = makePiece(piece, part, first);
    first += piece.columns.length + part.shape.length;
    return live;
  });
  const mean = new Float64Array(size);
  const space = makeWorkspace(size);
  const block: LiveBlock = {
    packed,
    mean,
    pieces,
    slope: new Float64Array(entries),
    bend: new Float64Array((entries * (entries + 1)) / 2),
    cross: new Float64Array(entries),
    psiSlope: 0,
    psiBend: 0,
    evaluate(theta, psi) {
      mean.fill(0);
      for (const piece of pieces) {
        refresh(piece, panel, packed, theta, false);
        fillPiece(piece, parameters, theta);
        const { value } = piece;
        for (let i = 0; i < size; i++) mean[i]! += value[i]!;
      }
      return sumTerms(y, mean, psi, space.logs);
    },
    differentiate(theta, psi, expected) {
      for (const piece of pieces) if (!expected) refresh(piece, panel, packed, theta, true);
      const own = weighCells(y, mean, psi, expected, space);
      block.psiSlope = psiParameter < 0 ? 0 : -own.slope;
      block.psiBend = own.bend;
      addCurvature(block, psi, expected, space);
    },
  };
  return block;
}

function makePiece(packed: PackedPiece, part: PackedPart, first: number): LivePiece {
  const size = packed.base.length;
  const shaped = part.shape.length > 0;
  return {
    packed,
    part,
    first,
    value: new Float64Array(size),
    exposure: shaped ? new Float64Array(size) : new Float64Array(0),
    shape: shaped
      ? {
          point: new Float64Array(part.shape.length).fill(NaN),
          curved: false,
          m: new Float64Array(size),
          first: [],
          second: [],
        }
      : null,
    constants: Float64Array.from(packed.columns, (column) =>
      column.every((value) => value === column[0]) ? (column[0] ?? 0) : NaN,
    ),
  };
}

/** Renews what depends on weights and delays, where their parameters have moved. */
function refresh(
  piece: LivePiece,
  panel: PackedPanel,
  { unit, rows }: PackedBlock,
  theta: Float64Array,
  curved: boolean,
): void {
  const { shape, part } = piece;
  if (!shape) return;
  const moved = part.shape.some((j, k) => shape.point[k] !== theta[j]);
  if (!moved && (shape.curved || !curved)) return;
  part.shape.forEach((j, k) => (shape.point[k] = theta[j]!));
  shape.curved = curved;
  const history = weighHistory(part, unit, panel.data, shape.point, curved);
  const pick = (series: Float64Array) => {
    const values = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) values[i] = series[rows[i]!]!;
    return values;
  };
  shape.m.set(pick(history.value!));
  shape.first = history.first.map(pick);
  shape.second = history.second.map(pick);
}

function fillPiece(
  { packed, value, exposure, shape, constants, first }: LivePiece,
  parameters: Int32Array,
  theta: Float64Array,
): void {
  const { columns } = packed;
  const multiplier = shape ? packed.base : packed.multiplier;
  const size = value.length;
  let level = 0;
  let varies = false;
  for (let c = 0; c < columns.length; c++) {
    const coefficient = theta[parameters[first + c]!]!;
    const constant = constants[c]!;
    if (constant === constant) {
      level += coefficient * constant;
      continue;
    }
    const column = columns[c]!;
    if (!varies) for (let i = 0; i < size; i++) value[i] = coefficient * column[i]!;
    else for (let i = 0; i < size; i++) value[i]! += coefficient * column[i]!;
    varies = true;
  }
  if (varies) {
    for (let i = 0; i < size; i++)
      value[i] = multiplier[i] === 0 ? 0 : multiplier[i]! * Math.exp(value[i]! + level);
  } else {
    const factor = Math.exp(level);
    for (let i = 0; i < size; i++) value[i] = multiplier[i]! * factor;
  }
  if (!shape) return;
  exposure.set(value);
  for (let i = 0; i < size; i++) value[i]! *= shape.m[i]!;
}

/** Σ y ln mu − (y + 1/psi) ln(1 + psi mu); keeps the last logarithms, which the slopes need again. */
function sumTerms(y: Float64Array, mean: Float64Array, psi: number, logs: Float64Array): number {
  const size = 1 / psi;
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const mu = mean[i]!;
    const count = y[i]!;
    if (count > 0) sum += count * Math.log(mu);
    if (psi > 0) {
      const log = (logs[i] = Math.log1p(psi * mu));
      sum -= (count + size) * log;
    } else sum -= mu;
  }
  return sum;
}

/** a and b of every cell; slope by ln psi and its negative bend. */
function weighCells(
  y: Float64Array,
  mean: Float64Array,
  psi: number,
  expected: boolean,
  { a, b, turn, logs }: Workspace,
): { slope: number; bend: number } {
  let slope = 0;
  let bend = 0;
  for (let i = 0; i < y.length; i++) {
    const mu = mean[i]!;
    if (mu === 0) {
      // Nothing can happen here whatever the parameters.
      a[i] = 0;
      b[i] = 0;
      turn[i] = 0;
      continue;
    }
    const count = y[i]!;
    const residual = count - mu;
    const spread = 1 + psi * mu;
    a[i] = residual / (mu * spread);
    b[i] = expected ? 1 / (mu * spread) : count / (mu * mu) - ((count * psi + 1) * psi) / (spread * spread);
    if (psi === 0) continue;
    const share = logs[i]! / psi;
    slope += share - ((count * psi + 1) * mu) / spread;
    turn[i] = (psi * residual) / (spread * spread);
    bend -= mu / spread - share - mu * turn[i]!;
  }
  return { slope, bend };
}

function makeWorkspace(size: number): Workspace {
  const array = () => new Float64Array(size);
  return { a: array(), b: array(), turn: array(), logs: array(), weight: array(), product: array() };
}

import type { ChainKernel } from './chainKernel.ts';
import type { SmoothMemory } from './smoothMemory.ts';

/** Newton steps before the search is given up; ordinary searches take two to six. */
const MOST_STEPS = 60;
const MOST_HALVINGS = 30;
/** Largest change of the wave in one step; below which steps are taken whole; and after which none is needed. */
const LONGEST_STEP = 1.5;
const NEAR_MODE = 0.05;
const LAST_STEP = 1e-4;

export interface FoundMode {
  /** Σ ln f − z'Qz/2; null where it is not finite or no mode was reached within the steps allowed. */
  readonly height: number | null;
  /** Newton steps taken. */
  readonly steps: number;
}

/**
 * Newton search for the most likely wave; moves z there and leaves W and H of that place in the kernel's memory. Near the mode
 * the observed information Q + H makes whole steps safe; where it is indefinite the expected one is taken, with
 * halving, and at a saddle (two modes about to merge: fast waves, sparse counts) the falling direction, since expected
 * information would creep away from it for ever. `terms`: what the counts alone contribute. Source: nocedalWright2006
 * (section 3.4).
 */
export function findSmoothMode(plan: SmoothMemory, kernel: ChainKernel, terms: number): FoundMode {
  const { pairs, prior, z, trial, slope, expected, observed, factor, step, direction } = plan;
  let value = terms + heightAt(plan, kernel, z);
  if (!Number.isFinite(value)) {
    new Float64Array(kernel.memory.buffer, z, 2 * pairs).fill(0);
    value = terms + heightAt(plan, kernel, z);
    if (!Number.isFinite(value)) return { height: null, steps: 0 };
  }
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    const convex = !Number.isNaN(kernel.factor(pairs, observed, prior, factor, slope, step));
    const falling = !convex && kernel.fallingDirection(pairs, factor, direction) === 1;
    if (!convex && Number.isNaN(kernel.factor(pairs, expected, prior, factor, slope, step)))
      return { height: null, steps };
    const largest = kernel.solve(pairs, factor, step);
    if (largest < NEAR_MODE) {
      if (!convex) {
        const higher = falling ? leaveSaddle(plan, kernel, terms, value) : null;
        if (higher === null) return { height: null, steps };
        value = higher;
        continue;
      }
      // So close that a whole step cannot overshoot.
      kernel.move(pairs, z, step, 1, z);
      value = terms + heightAt(plan, kernel, z);
      if (largest < LAST_STEP) return { height: Number.isFinite(value) ? value : null, steps };
      continue;
    }
    let length = Math.min(1, LONGEST_STEP / largest);
    for (let halving = 0; ; halving++) {
      kernel.move(pairs, z, step, length, trial);
      const height = terms + heightAt(plan, kernel, trial);
      if (height >= value - 1e-12 * Math.abs(value)) {
        value = height;
        break;
      }
      if (halving === MOST_HALVINGS) return { height: null, steps };
      length /= 2;
    }
    kernel.move(pairs, trial, step, 0, z);
  }
  return { height: null, steps: MOST_STEPS };
}

/** Moves z along the falling direction, uphill where that has a side; the new height, or null when neither side is higher. */
function leaveSaddle(plan: SmoothMemory, kernel: ChainKernel, terms: number, value: number): number | null {
  const { pairs, z, trial } = plan;
  const slope = new Float64Array(kernel.memory.buffer, plan.slope, 2 * pairs);
  const direction = new Float64Array(kernel.memory.buffer, plan.direction, 2 * pairs);
  let along = 0;
  let largest = 0;
  direction.forEach((by, k) => {
    along += slope[k]! * by;
    largest = Math.max(largest, Math.abs(by));
  });
  for (let length = 0.5 / largest; length > 1e-6; length /= 4) {
    for (const side of along < 0 ? [-length, length] : [length, -length]) {
      kernel.move(pairs, z, plan.direction, side, trial);
      const height = terms + heightAt(plan, kernel, trial);
      if (height > value) {
        kernel.move(pairs, trial, plan.direction, 0, z);
        return height;
      }
    }
  }
  return null;
}

/** Height of a place, without the terms of the counts alone; leaves its slope, W and H in the memory. */
function heightAt(plan: SmoothMemory, kernel: ChainKernel, place: number): number {
  const { pairs, streams, records, prior, slope, expected, observed } = plan;
  return kernel.slopesAt(pairs, streams.length, records, prior, place, slope, expected, observed);
}

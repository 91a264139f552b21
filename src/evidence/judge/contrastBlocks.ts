import type { SwingBlock } from './weighSwings.ts';

/** What a recorded step belongs to. */
export const OTHER = 1;
export const BASE = 2;
export const WINDOW = 3;

/** A run of recorded steps of one region. */
export interface CountBlock {
  readonly region: number;
  /** Recorded steps. */
  readonly days: number;
  /** Day of its middle, and its length in days. */
  readonly at: number;
  readonly length: number;
  readonly deviation: number;
  readonly noise: number;
}

/** What is tested: how much each block weighs in it, and its size as a logarithm or a share. */
export interface Contrast {
  readonly blocks: readonly SwingBlock[];
  readonly contrast: number;
}

/**
 * The claimed days against those they are compared with, by the levels of each stream; or, without any of the latter, the
 * end of the claimed days against their start.
 */
export function contrastBlocks(
  blocks: readonly CountBlock[],
  levels: readonly (readonly number[])[],
): Contrast {
  return blocks.some(({ region }) => region === BASE) ? ofStep(blocks, levels) : ofSlope(blocks);
}

function ofStep(blocks: readonly CountBlock[], levels: readonly (readonly number[])[]): Contrast {
  const present = [OTHER, BASE, WINDOW].filter((region) => blocks.some((block) => block.region === region));
  const days = (region: number) =>
    blocks.reduce((sum, block) => sum + (block.region === region ? block.days : 0), 0);
  const [inWindow, inBase] = [days(WINDOW), days(BASE)];
  const signs = [0, 0, -1 / inBase, 1 / inWindow];
  const ratios = levels.map((own) => Math.log(own[WINDOW]! / own[BASE]!));
  return {
    blocks: blocks.map((block) => ({
      ...block,
      columns: present.map((region) => (region === block.region ? 1 : 0)),
      weight: block.days * signs[block.region]!,
    })),
    contrast: ratios[0]! - (ratios[1] ?? 0),
  };
}

/** Along a straight line through the claimed days. */
function ofSlope(blocks: readonly CountBlock[]): Contrast {
  const inside = blocks.filter(({ region }) => region === WINDOW);
  const [first, last] = [inside[0]!, inside.at(-1)!];
  const length = Math.max(1, last.at - first.at + (first.length + last.length) / 2);
  const days = inside.reduce((sum, block) => sum + block.days, 0);
  const middle = inside.reduce((sum, block) => sum + block.days * block.at, 0) / days;
  const place = ({ region, at }: CountBlock) => (region === WINDOW ? (at - middle) / length : 0);
  const spread = inside.reduce((sum, block) => sum + block.days * place(block) ** 2, 0);
  const weight = (block: CountBlock) => (block.days * place(block)) / spread;
  const others = inside.length < blocks.length;
  return {
    blocks: blocks.map((block) => ({
      ...block,
      columns: [
        block.region === WINDOW ? 1 : 0,
        place(block),
        ...(others ? [block.region === OTHER ? 1 : 0] : []),
      ],
      weight: weight(block),
    })),
    contrast: inside.reduce((sum, block) => sum + weight(block) * block.deviation, 0),
  };
}

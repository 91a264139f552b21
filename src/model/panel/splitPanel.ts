import type { PackedBlock, PackedPanel } from './packedPanel.ts';

/** Units that share parameters, directly or through others; each such group is a fit of its own. */
export interface PanelComponent {
  readonly blocks: readonly number[];
  /** Its parameters: those of single units first, unit by unit, then those that units share. */
  readonly parameters: Int32Array;
  /** First parameter (place in `parameters`) that each is coupled with: the left edge of the envelope of the curvature. */
  readonly edge: Int32Array;
}

/**
 * Splits a panel into independent fits and orders the parameters of each so that the curvature, and its Cholesky factor,
 * stay zero left of the edge: blocks of single units along the diagonal, the shared parameters as last rows.
 */
export function splitPanel({ blocks, parameters }: PackedPanel): PanelComponent[] {
  const users = parameters.map((): number[] => []);
  const usedBy = ({ parameters: own, psi }: PackedBlock) => [...new Set(psi < 0 ? own : [...own, psi])];
  blocks.forEach((block, b) => {
    for (const j of usedBy(block)) users[j]!.push(b);
  });
  const root = Int32Array.from(blocks.keys());
  const find = (b: number): number => {
    let at = b;
    while (root[at] !== at) at = root[at] = root[root[at]!]!;
    return at;
  };
  for (const list of users) {
    for (const b of list) {
      const [one, other] = [find(list[0]!), find(b)];
      root[Math.max(one, other)] = Math.min(one, other);
    }
  }
  const groups = new Map<number, number[]>();
  blocks.forEach((_, b) => groups.set(find(b), [...(groups.get(find(b)) ?? []), b]));
  return [...groups.values()].map((members) => {
    const single = members.flatMap((b) => usedBy(blocks[b]!).filter((j) => users[j]!.length === 1));
    const among = new Set(members);
    const shared = users.flatMap((list, j) => (list.length > 1 && among.has(list[0]!) ? [j] : []));
    const order = Int32Array.from([...single, ...shared]);
    const place = new Map(Array.from(order, (j, at) => [j, at]));
    const edge = Int32Array.from(order.keys());
    for (const b of members) {
      const places = usedBy(blocks[b]!).map((j) => place.get(j)!);
      const left = places.reduce((least, at) => Math.min(least, at), order.length);
      for (const at of places) edge[at] = Math.min(edge[at]!, left);
    }
    return { blocks: members, parameters: order, edge };
  });
}

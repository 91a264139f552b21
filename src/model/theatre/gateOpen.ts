import { passesGate } from './passesGate.ts';
import type { Gate } from './streamModel.ts';

/** 1 on steps on which the gate is open: recorded events of `source` over the steps before, against the gate's numbers. */
export function gateOpen(source: Float64Array, recorded: Uint8Array, gate: Gate): Uint8Array {
  const open = new Uint8Array(source.length);
  let events = 0;
  for (let t = 0; t < source.length; t++) {
    if (t > 0 && recorded[t - 1]) events += source[t - 1]!;
    const gone = t - 1 - gate.steps;
    if (gone >= 0 && recorded[gone]) events -= source[gone]!;
    open[t] = passesGate(gate, events) ? 1 : 0;
  }
  return open;
}

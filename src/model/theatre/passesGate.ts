import type { Gate } from './streamModel.ts';

/** Whether so many events over the last steps open the gate. */
export function passesGate({ atLeast = -Infinity, fewerThan = Infinity }: Gate, events: number): boolean {
  return events >= atLeast && events < fewerThan;
}

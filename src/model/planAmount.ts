import type { ResolvedAmount, Theatre } from '../language/index.ts';
import type { PlannedStream } from './plan.ts';
import { collectStreams } from './planStreams.ts';

/** The stream that an amount is, outside any plan: for amounts that no claim speaks of, as those of a what-if. */
export function planAmount(theatre: Theatre, amount: ResolvedAmount): PlannedStream {
  const streams = collectStreams(theatre);
  streams.add(amount);
  return streams.all()[0]!;
}

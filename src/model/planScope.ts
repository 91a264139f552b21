import type { DayInterval } from '../calendar/index.ts';
import type { Theatre } from '../language/index.ts';
import type { AddStream } from './planStreams.ts';

/** What surrounds a claim: the file, the days of its records, and the list its streams are added to. */
export interface PlanScope {
  readonly theatre: Theatre;
  readonly range: DayInterval;
  readonly addStream: AddStream;
}

import { theatreKey } from '../theatreKey.ts';
import { countWithin } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import { wordCount } from '../wordCount.ts';
import { beginFurther } from './beginFurther.ts';
import { decideSeries } from './decideSeries.ts';
import type { WaveQuestion } from './pieces.ts';

/** Patterns named in the guard's line; a file may have dozens. */
const NAMED = 3;

/**
 * The wave tests once more with the rest of the theatre as a third stream that feels the wave when the trigger side does:
 * what moves the whole theatre, or reaches the answering side late, shows in it. Asked only of answers that have passed
 * without it, and it can only veto: a stream that in truth is moved by the answer, or by nothing, cannot help a claim.
 */
export function besideTheatre({ context, streams, series, delay, thresholds }: WaveQuestion): Guard {
  const name = 'rest of the theatre';
  const unasked = (detail: string): Guard => ({ name, passed: null, value: null, detail });
  const rest = context.theatre?.get(theatreKey(streams.trigger, streams.response));
  if (!rest)
    return unasked('the file has no other pattern of events that could show a wave of the whole theatre');
  const events = countWithin(rest.counts, series.evaluated);
  const of = `${events} events of ${wordPatterns(rest.texts)}`;
  if (events < THRESHOLDS.theatreEvents) return unasked(`too few to show a wave: ${of}`);
  const beside = decideSeries(series, delay, ['the trigger', 'the answer'], {
    power: false,
    begin: beginFurther(context),
    third: rest.counts,
    thresholds,
  });
  const ratios = [
    beside.wave,
    beside.smooth,
    beside.late,
    beside.lateAlone,
    beside.shape,
    beside.slow,
  ].flatMap((test, index) => (test === null ? [] : [`T${index + 1} ${test.likelihoodRatio.toFixed(2)}`]));
  return {
    name,
    passed: beside.supported,
    value: beside.wave?.likelihoodRatio ?? null,
    detail: `used as a third stream beside the wave: ${of}; ${ratios.join(', ')}`,
  };
}

function wordPatterns(texts: readonly string[]): string {
  const named = texts.slice(0, NAMED).map((text) => `"${text}"`);
  const others = texts.length - named.length;
  return [...named, ...(others > 0 ? [`${wordCount(others, 'other patterns')}`] : [])].join(', ');
}

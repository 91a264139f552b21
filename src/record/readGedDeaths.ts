import { CellFault } from './cellFault.ts';
import type { Event } from './event.ts';
import { readCell } from './readCell.ts';
import type { Header } from './readHeader.ts';
import { readCount, readToll, type Deaths } from './readToll.ts';

export type GedDeaths = Deaths & Pick<Event, 'killedInitiators' | 'killedTargets' | 'killedCivilians'>;

/**
 * Reads the dead of an event of UCDP: least, best and most of all, and the best number of each side. In one-sided
 * violence the civilians are the target. Where some of the dead belong to no known side, a side's 0 is not known to be 0.
 */
export function readGedDeaths(
  header: Header,
  unknown: readonly string[],
): (fields: readonly string[], oneSided: boolean) => GedDeaths | CellFault {
  const cell = (column: string) => readCell(header, column, unknown);
  const [low, best, high] = [cell('low'), cell('best'), cell('high')];
  const [ofA, ofB] = [cell('deaths_a'), cell('deaths_b')];
  const [ofCivilians, ofNobody] = [cell('deaths_civilians'), cell('deaths_unknown')];
  return (fields, oneSided) => {
    const deaths = readToll(
      { column: 'low', text: low(fields) },
      { column: 'best', text: best(fields) },
      { column: 'high', text: high(fields) },
    );
    if (deaths instanceof CellFault) return deaths;
    const a = readCount({ column: 'deaths_a', text: ofA(fields) });
    if (a instanceof CellFault) return a;
    const b = readCount({ column: 'deaths_b', text: ofB(fields) });
    if (b instanceof CellFault) return b;
    const civilians = readCount({ column: 'deaths_civilians', text: ofCivilians(fields) });
    if (civilians instanceof CellFault) return civilians;
    const nobody = readCount({ column: 'deaths_unknown', text: ofNobody(fields) });
    if (nobody instanceof CellFault) return nobody;
    // In a fight between two sides, civilians and the unknown dead are nobody's of them: how many an act on either side
    // killed is then not told by sides, and the number of all dead counts.
    const bySides = oneSided || (civilians === 0 && nobody === 0);
    return {
      killedLow: deaths.killedLow,
      killedBest: deaths.killedBest,
      killedHigh: deaths.killedHigh,
      killedInitiators: bySides ? told(a, nobody === 0) : null,
      killedTargets: bySides ? told(oneSided ? civilians : b, nobody === 0) : null,
      killedCivilians: told(civilians, nobody === 0),
    };
  };
}

/** A side's 0 says nothing while some of the dead belong to no known side. */
function told(count: number | null, allKnown: boolean): number | null {
  return count === 0 && !allKnown ? null : count;
}

import { describe, expect, it } from 'vitest';
import { describeNearFormat } from '../../src/record/index.ts';

const ACLED =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,actor2,country,admin1,location,latitude,longitude,source,notes,fatalities,timestamp'.split(
    ',',
  );
const without = (...names: readonly string[]) => ACLED.filter((name) => !names.includes(name));

describe('a table that is nearly of a format', () => {
  it('is told with what it lacks', () => {
    expect(describeNearFormat(without('event_date'))?.message).toBe(
      'These are nearly the columns of ACLED: event_date is missing.',
    );
    const changed = ACLED.map((name) => (name === 'actor1' ? 'Side 1' : name.toUpperCase()));
    expect(describeNearFormat(changed)?.message).toContain('ACLED: actor1 is missing');
    expect(describeNearFormat(without('actor1', 'actor2'))?.message).toContain('actor1, actor2 are missing');
    const ged =
      'id,relid,year,type_of_violence,conflict_name,dyad_name,side_a,side_b,date_start,date_end,best_est,high_est,low_est';
    expect(describeNearFormat(ged.split(','))?.message).toBe(
      'These are nearly the columns of UCDP GED: date_prec is missing.',
    );
  });

  it('is not a whole one, nor one of somebody’s own with a few columns of the same name', () => {
    expect(describeNearFormat(ACLED)).toBeNull();
    expect(describeNearFormat(['date', 'country', 'location', 'source', 'notes', 'fatalities'])).toBeNull();
    const wide = [...without('event_date'), ...Array.from({ length: 20 }, (_, index) => `own ${index}`)];
    expect(describeNearFormat(wide)).toBeNull();
    expect(describeNearFormat([])).toBeNull();
  });
});

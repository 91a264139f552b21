import type { HeaderExpectation } from './readHeader.ts';

/** The columns of ACLED exports, the 31 of earlier years and those of today; every export has a part of them. */
export const ACLED_COLUMNS: HeaderExpectation = {
  form: 'ACLED',
  delimiter: ',',
  required: [
    ...['event_date', 'event_type', 'actor1', 'actor2'],
    ...['country', 'location', 'latitude', 'longitude', 'fatalities'],
  ],
  optional: [
    ...['event_id_cnty', 'data_id', 'sub_event_type', 'year', 'time_precision', 'geo_precision'],
    ...['assoc_actor_1', 'assoc_actor_2', 'inter1', 'inter2'],
    ...['admin1', 'admin2', 'admin3', 'source', 'notes'],
  ],
  unread: [
    ...['iso', 'iso3', 'event_id_no_cnty', 'disorder_type', 'interaction', 'civilian_targeting'],
    ...['region', 'source_scale', 'tags', 'timestamp', 'population_1km', 'population_2km'],
    ...['population_5km', 'population_best'],
  ],
};

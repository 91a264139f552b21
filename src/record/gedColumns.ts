import type { HeaderExpectation } from './readHeader.ts';

/** The columns of UCDP GED in all releases; releases before 19.1 call the numbers of deaths `best_est` and so on. */
export const GED_COLUMNS: HeaderExpectation = {
  form: 'UCDP GED',
  delimiter: ',',
  required: [
    ...['id', 'type_of_violence', 'side_a', 'side_b'],
    ...['date_prec', 'date_start', 'date_end', 'best', 'high', 'low'],
  ],
  optional: [
    ...['year', 'code_status', 'where_prec', 'where_coordinates', 'adm_1', 'adm_2', 'country'],
    ...[
      'latitude',
      'longitude',
      'priogrid_gid',
      'geom_wkt',
      'deaths_a',
      'deaths_b',
      'deaths_civilians',
      'deaths_unknown',
    ],
    ...['source_article', 'source_office', 'source_original', 'source_headline'],
  ],
  unread: [
    ...['relid', 'active_year', 'conflict_id', 'conflict_dset_id', 'conflict_new_id', 'conflict_name'],
    ...['dyad_id', 'dyad_dset_id', 'dyad_new_id', 'dyad_name'],
    ...['side_a_id', 'side_a_dset_id', 'side_a_new_id', 'side_b_id', 'side_b_dset_id', 'side_b_new_id'],
    ...['number_of_sources', 'source_date', 'where_description'],
    ...['country_id', 'region', 'event_clarity', 'gwnoa', 'gwnob', 'gwno_a', 'gwno_b'],
  ],
  alsoCalled: new Map([
    ['best_est', 'best'],
    ['high_est', 'high'],
    ['low_est', 'low'],
  ]),
};

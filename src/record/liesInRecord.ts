/** Whether a record is the named one, or lies in the named folder or archive of records. */
export function liesInRecord(record: string, named: string): boolean {
  return record === named || record.startsWith(named.endsWith('/') ? named : `${named}/`);
}

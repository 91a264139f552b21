/** Whether a record of the store is the file that a theatre names, or lies in the folder or archive it names. */
export function standsFor(file: string, record: string): boolean {
  return record === file || record.startsWith(file.endsWith('/') ? file : `${file}/`);
}

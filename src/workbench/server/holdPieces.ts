import { keyOfClaim, keyOfField, type ExaminationPieces } from './cutExaminations.ts';

/** The pieces of the last examination, each with the number of the examination that changed it last. */
export interface HeldPieces {
  readonly take: (pieces: ExaminationPieces) => void;
  /** The whole examination as JSON. */
  readonly printWhole: () => string;
  /**
   * Members of a JSON object: which pieces there are, those that changed after the examination of number `since`, and the
   * number of the last one (`ExaminationNews`).
   */
  readonly printSince: (since: number) => string;
}

/** Holds no piece at first. JSON is put together as text: reading and writing it once more would only take time. */
export function holdPieces(): HeldPieces {
  let version = 0;
  let fields: readonly string[] = [];
  let claims: readonly string[] = [];
  let pieces: ReadonlyMap<string, { readonly json: string; readonly version: number }> = new Map();
  const print = (key: string) => {
    const piece = pieces.get(key);
    if (piece === undefined) throw new Error(`no piece ${key} was ever told`);
    return piece.json;
  };
  const printFields = (names: readonly string[]) =>
    names.map((field) => `${JSON.stringify(field)}:${print(keyOfField(field))}`);
  const printClaims = (names: readonly string[]) => names.map((name) => print(keyOfClaim(name))).join(',');
  return {
    take: (news) => {
      version += 1;
      ({ fields, claims } = news);
      const changed = new Map(news.changed);
      pieces = new Map(
        [...fields.map(keyOfField), ...claims.map(keyOfClaim)].map((key) => {
          const json = changed.get(key);
          return [
            key,
            json === undefined ? { json: print(key), version: versionOf(key) } : { json, version },
          ];
        }),
      );
    },
    printWhole: () => `{${[...printFields(fields), `"claims":[${printClaims(claims)}]`].join(',')}}`,
    printSince: (since) => {
      const isNew = (key: string) => versionOf(key) > since;
      const newFields = printFields(fields.filter((field) => isNew(keyOfField(field))));
      const newClaims = printClaims(claims.filter((name) => isNew(keyOfClaim(name))));
      return [
        `"version":${version}`,
        `"fields":${JSON.stringify(fields)}`,
        `"claims":${JSON.stringify(claims)}`,
        `"changed":{"fields":{${newFields.join(',')}},"claims":[${newClaims}]}`,
      ].join(',');
    },
  };

  function versionOf(key: string): number {
    return pieces.get(key)?.version ?? 0;
  }
}

/** The place of a claim in the page: `claim-Answered`. */
export function claimAnchor(name: string): string {
  return `claim-${name.replace(/[^\p{L}\p{N}_]/gu, '-')}`;
}

/** The place of a line of the theatre's text. */
export function lineAnchor(line: number): string {
  return `line-${line}`;
}

/** The place of a record's section. */
export function recordAnchor(index: number): string {
  return `record-${index + 1}`;
}

/** The place of a record's list of rows set aside. */
export function setAsideAnchor(index: number): string {
  return `set-aside-${index + 1}`;
}

/** The place of the gaps proposed in a record. */
export function gapsAnchor(index: number): string {
  return `gaps-${index + 1}`;
}

/** The place of a record's possible duplicates. */
export function duplicatesAnchor(index: number): string {
  return `duplicates-${index + 1}`;
}

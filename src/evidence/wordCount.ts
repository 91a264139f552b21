/** `1 event`, `3 events`. */
export function wordCount(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun.replace(/s$/, '') : noun}`;
}

/** The ids of one file with the lines on which they stand. */
export interface IdList {
  /** Notes the id; gives the line on which it was used before, or null. */
  use(id: string, line: number): number | null;
}

/** Ids end in a number more often than not; of it at most nine digits are kept as a number. */
const LONGEST_NUMBER = 9;
const NUMBERS = 10 ** LONGEST_NUMBER;
/** Beyond these the key would be no exact whole number any more. */
const MOST_STEMS = Math.floor(Number.MAX_SAFE_INTEGER / NUMBERS) - 1;
const MOST_LINE = 2 ** 32 - 1;
/** Neighbouring numbers share a block of eight lines, since ids mostly count up. */
const BLOCK_BITS = 3;
const BLOCK = 2 ** BLOCK_BITS;
const BLOCKS_IN_SHELF = 2 ** 16;
const [ZERO, NINE] = [48, 57];

/**
 * Remembers ids exactly, in few bytes each: an id is a stem (`UKR`, kept once) and the number at its end without
 * leading zeros, so that no two ids share both. Ids that count up take about six bytes, scattered ones about fifty.
 * Ids without a number stand in an ordinary map, and so do all whose stem is new once the stems are too many.
 */
export function listIds(earlier: Iterable<readonly [string, number]> = []): IdList {
  const stems = new Map<string, number>();
  const others = new Map<string, number>();
  const blocks = numberBlocks();
  const shelves: Uint32Array[] = [];
  let last = { text: '', number: -1 };

  /** Most ids have the stem of the id before them. */
  const numberStem = (id: string, length: number): number | null => {
    if (last.number >= 0 && last.text.length === length && id.startsWith(last.text)) return last.number;
    const text = ownCopy(id.slice(0, length));
    const known = stems.get(text);
    if (known === undefined && stems.size >= MOST_STEMS) return null;
    last = { text, number: known ?? stems.size };
    stems.set(text, last.number);
    return last.number;
  };

  const use = (id: string, line: number): number | null => {
    const cut = findNumber(id);
    const stem = cut < id.length ? numberStem(id, cut) : null;
    if (stem !== null) {
      const number = readDigits(id, cut);
      const block = blocks(stem, number >>> BLOCK_BITS);
      const shelfNumber = Math.floor(block / BLOCKS_IN_SHELF);
      const shelf = (shelves[shelfNumber] ??= new Uint32Array(BLOCKS_IN_SHELF * BLOCK));
      const place = (block % BLOCKS_IN_SHELF) * BLOCK + (number & (BLOCK - 1));
      const used = shelf[place] as number;
      if (used !== 0) return used;
      if (line <= MOST_LINE) {
        shelf[place] = line;
        return null;
      }
    }
    const used = others.get(id);
    if (used !== undefined) return used;
    others.set(ownCopy(id), line);
    return null;
  };
  for (const [id, line] of earlier) use(id, line);
  return { use };
}

/** Where the number at the end of an id begins; the id's length where there is none. */
function findNumber(id: string): number {
  let begin = id.length;
  for (let at = id.length - 1; at >= 0 && id.length - at <= LONGEST_NUMBER; at--) {
    const code = id.charCodeAt(at);
    if (code < ZERO || code > NINE) break;
    // A number does not begin with a zero: the zeros before it belong to the stem.
    if (code !== ZERO) begin = at;
  }
  return begin;
}

function readDigits(text: string, from: number): number {
  let number = 0;
  for (let at = from; at < text.length; at++) number = number * 10 + text.charCodeAt(at) - ZERO;
  return number;
}

/** A part of a long text keeps the whole text in memory; this copy does not. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

/**
 * Numbers pairs of whole numbers in the order in which they are first seen: a hash table with open addressing and
 * linear probing, at most half full. Key 0 marks a free place, so keys begin at 1.
 */
function numberBlocks(): (stem: number, block: number) => number {
  let size = 1024;
  let keys = new Float64Array(size);
  let numbers = new Uint32Array(size);
  let count = 0;

  const findPlace = (key: number, stem: number, block: number): number => {
    let place = scatter(stem, block) & (size - 1);
    while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & (size - 1);
    return place;
  };
  const grow = (): void => {
    const [oldKeys, oldNumbers] = [keys, numbers];
    size *= 2;
    keys = new Float64Array(size);
    numbers = new Uint32Array(size);
    for (let old = 0; old < oldKeys.length; old++) {
      const key = oldKeys[old] as number;
      if (key === 0) continue;
      const stem = Math.floor((key - 1) / NUMBERS);
      const place = findPlace(key, stem, key - 1 - stem * NUMBERS);
      keys[place] = key;
      numbers[place] = oldNumbers[old] as number;
    }
  };
  return (stem, block) => {
    const key = stem * NUMBERS + block + 1;
    let place = findPlace(key, stem, block);
    if (keys[place] === key) return numbers[place] as number;
    if (2 * (count + 1) > size) {
      grow();
      place = findPlace(key, stem, block);
    }
    keys[place] = key;
    numbers[place] = count;
    return count++;
  };
}

/** A number of 32 bits in which neighbours lie far apart, whatever the pattern of the ids. */
function scatter(stem: number, block: number): number {
  let hash = Math.imul(block, 0x9e3779b1) ^ Math.imul(stem, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

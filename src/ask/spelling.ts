import Fuse from 'fuse.js';

/** Words this short are one letter from another word too often: EC2, ECS, EKS. */
const MIN_LENGTH = 5;
/** From here on two slips are forgiven. */
const TWO_SLIPS = 9;

/** Known words of one first letter and one length, and which letters each has in it, as bits. */
interface Shelf {
  words: string[];
  letters: number[];
}

/**
 * Corrects the spelling of single words against a fixed vocabulary.
 *
 * Only words with the same first letter and about the same letters are compared letter by letter, so that a misspelt word is looked
 * up without reading the vocabulary, however large; fuse.js then says which of those that are as near as each other is most alike.
 */
export class Spelling {
  readonly #known: ReadonlySet<string>;
  readonly #shelves = new Map<string, Shelf>();

  constructor(vocabulary: Iterable<string>) {
    this.#known = new Set(vocabulary);
    for (const word of this.#known) {
      if (word.length < MIN_LENGTH) continue;
      const key = shelfOf(word, word.length);
      const shelf = this.#shelves.get(key) ?? { words: [], letters: [] };
      this.#shelves.set(key, shelf);
      shelf.words.push(word);
      shelf.letters.push(lettersOf(word));
    }
  }

  /**
   * The known word that `word` most likely stands for; undefined if it is known itself, too short, or like no other.
   * @param most how many slips are forgiven; left out: one, or two in a long word
   * @param bare nothing else was written: then a letter may be missing from a word of the least length
   */
  correct(word: string, { most = word.length < TWO_SLIPS ? 1 : 2, bare = false } = {}): string | undefined {
    if (word.length < (bare ? MIN_LENGTH - 1 : MIN_LENGTH) || this.#known.has(word) || /^\d+$/.test(word)) return undefined;
    const letters = lettersOf(word);
    let fewest = most;
    let best: string[] = [];
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      const shelf = this.#shelves.get(shelfOf(word, length));
      for (let index = 0; shelf && index < shelf.words.length; index += 1) {
        // A slip changes two letters at most.
        if (bits(letters ^ (shelf.letters[index] ?? 0)) > 2 * fewest) continue;
        const known = shelf.words[index] ?? '';
        const made = slips(word, known, fewest);
        if (made > fewest) continue;
        if (made < fewest) best = [];
        fewest = made;
        best.push(known);
      }
    }
    if (best.length < 2) return best[0];
    // Of several words as near as each other, the one that fuse.js finds most alike.
    return best
      .map((known) => ({ known, score: Fuse.match(word, known, { includeScore: true, threshold: 1 }).score ?? 1 }))
      .sort((a, b) => a.score - b.score)[0]?.known;
  }
}

function shelfOf(word: string, length: number): string {
  return `${word[0]}${length}`;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

function bits(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * How many letters were left out, put in, mistaken or swapped with their neighbour (optimal string alignment);
 * infinity if more than `most`.
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return Number.POSITIVE_INFINITY;
    before = last;
    last = row;
  }
  return last[b.length] ?? Number.POSITIVE_INFINITY;
}

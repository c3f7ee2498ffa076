import Fuse from 'fuse.js';

/** Words this short are one letter from another word too often: EC2, ECS, EKS. */
const MIN_LENGTH = 5;
/** From here on two slips are forgiven. */
const TWO_SLIPS = 8;
const PREFIX = 8;

/**
 * Corrects the spelling of single words against a fixed vocabulary.
 *
 * Every known word is filed under itself with up to two letters left out, so that a misspelt word finds the few words it
 * may stand for without looking at the rest, however many there are; fuse.js then says which of the few is nearest.
 */
export class Spelling {
  readonly #filed = new Map<string, string[]>();
  readonly #known: ReadonlySet<string>;

  constructor(vocabulary: Iterable<string>) {
    const known = new Set(vocabulary);
    this.#known = known;
    for (const word of known) {
      if (word.length < MIN_LENGTH) continue;
      for (const form of shortened(word)) {
        const words = this.#filed.get(form);
        if (words) words.push(word);
        else this.#filed.set(form, [word]);
      }
    }
  }

  knows(word: string): boolean {
    return this.#known.has(word);
  }

  /** The known word that `word` most likely stands for; undefined if it is known itself, too short, or like no other. */
  correct(word: string): string | undefined {
    if (word.length < MIN_LENGTH || this.#known.has(word) || /^\d+$/.test(word)) return undefined;
    const candidates = new Set<string>();
    for (const form of shortened(word)) for (const known of this.#filed.get(form) ?? []) candidates.add(known);
    let best: { known: string; score: number } | undefined;
    for (const known of candidates) {
      if (known[0] !== word[0] || Math.abs(known.length - word.length) > (word.length < TWO_SLIPS ? 1 : 2)) continue;
      const { isMatch, score = 1 } = Fuse.match(word, known, { threshold: 0.34, includeScore: true });
      // fuse.js scores a word inside a longer one as perfect: the difference in length counts as slips too.
      const total = score + Math.abs(known.length - word.length) / (word.length * 2) + (isAnagram(word, known) ? -0.1 : 0);
      if (isMatch && (!best || total < best.score)) best = { known, score: total };
    }
    const limit = word.length < TWO_SLIPS ? 0.26 : 0.3;
    return best && best.score <= limit ? best.known : undefined;
  }
}

/** The word, and the word with one letter left out; for long words also with two. Only the beginning of long words is varied. */
function shortened(word: string): Set<string> {
  const head = word.slice(0, PREFIX);
  const forms = new Set([head]);
  for (let i = 0; i < head.length; i += 1) {
    const once = head.slice(0, i) + head.slice(i + 1);
    forms.add(once);
    if (word.length >= TWO_SLIPS - 1) for (let j = i; j < once.length; j += 1) forms.add(once.slice(0, j) + once.slice(j + 1));
  }
  return forms;
}

/** Two letters swapped count as one slip, not as two. */
function isAnagram(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

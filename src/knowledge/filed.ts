/** What the build files, so that a start need not: the phrases and names of the knowledge, ready to be looked up. */
export interface Filed {
  words: FiledWords;
  phrases: Phrases;
  names: FiledNames;
}

/** Lists of numbers, one after the other: list n is the items from start n to before start n + 1. Both as bytes in text. */
export interface Lists {
  starts: string;
  items: string;
}

/** The phrases of every topic, filed. Terms, phrases and topics are numbers: their places in these lists. */
export interface Phrases {
  terms: string[];
  /** How much each term tells. */
  weights: number[];
  /** The first phrase of each topic, in the order in which topics are listed. */
  firsts: number[];
  /** The terms of each phrase. */
  phrases: Lists;
  /** The phrases of which each term is the rarest. */
  byRarest: Lists;
  /** ... and those that have it at all. */
  byTerm: Lists;
}

/** How words are read. */
export interface FiledWords {
  /** Fixed expressions and synonyms, and the term that each stands for. */
  expressions: [expression: string, term: string][];
  /** Terms that are in nearly every question. */
  ordinary: string[];
  /** Terms that name a layer outright. */
  decisive: string[];
  /** Every word that the knowledge uses, and the stems of these. */
  words: string[];
  stems: string[];
}

/** What is known of a name of a service. */
export interface NameEntry {
  services: string[];
  /** Set where the name is one that the service had before. */
  formerly?: string;
  /** An ordinary word as well. */
  common: boolean;
  /** Written as an alias, not only as the rest of a name without AWS or Amazon. */
  explicit: boolean;
  /** Written in several pieces itself, as "X-Ray" is. */
  inPieces: boolean;
}

/** The names of services, in the order of their keys. */
export interface FiledNames {
  /** By the name written as one word. */
  entries: [key: string, entry: NameEntry][];
  /** Names of several words by their stems, with the key of the name. */
  stems: [stems: string, key: string][];
  /** Every word in a name, and every name as one word. */
  words: string[];
}

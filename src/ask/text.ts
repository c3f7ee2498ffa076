/** A word of a question: lower case, without punctuation. `sentence` counts from 0. */
export interface Token {
  word: string;
  sentence: number;
  /** A comma, slash, plus or ampersand stands before it: "rds / lambda". */
  joined: boolean;
  /** Begins a clause: a comma, bracket or dash stands before it. */
  opens: boolean;
}

/** Longer texts are not questions; what stands after this is not read. */
const MAX_CHARACTERS = 4000;
const MAX_TOKENS = 300;
const MAX_WORD = 40;

/**
 * Takes a text apart into words. Slack's markup is removed (mentions, channels, emoji, link addresses; labels stay),
 * full-width and accented forms become plain letters, and possessives lose their ending.
 */
export function tokenize(text: string): Token[] {
  // Most phrases of the knowledge are plain: nothing to clean.
  if (/^[A-Za-z0-9 ]{1,80}$/.test(text))
    return text
      .toLowerCase()
      .split(' ')
      .flatMap((word) => (word ? [{ word, sentence: 0, joined: false, opens: false }] : []));
  const clean = text
    .slice(0, MAX_CHARACTERS)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/&(amp|lt|gt);/g, ' ')
    .replace(/<[@!#][^<>]*>/g, ' ')
    .replace(/<(?:https?|mailto)[^|<>]*\|([^<>]*)>/g, ' $1 ')
    .replace(/<?https?:[^\s<>]*>?/g, ' ')
    .replace(/:[a-z0-9_+-]+:/g, ' ')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/\b0\.0\.0\.0(?:\/0)?/g, ' anywhere ')
    // "us-east-1" speaks of a Region, not of us.
    .replace(/\b[a-z]{2}-(?:gov-|iso[a-z]?-)?(?:north|south|east|west|central){1,2}-\d([a-z])?\b/g, (_, zone?: string) => (zone ? ' zone ' : ' region '))
    .replace(/\b(aws|amazon|[a-z0-9]{2,})'s\b/g, (whole, word: string) => (KEEPS_S.has(word) ? `${word}s` : whole.slice(0, -2)))
    .replace(/=\s*\?/g, ' meaning ')
    .replace(/'/g, '')
    .replace(/&/g, ', ');
  const tokens: Token[] = [];
  let sentence = 0;
  for (const part of clean.split(/[?!;\n]+|\.(?=\s|$)/)) {
    const before = tokens.length;
    let joined = false;
    let opens = true;
    for (const [piece] of part.matchAll(/[\p{L}\p{N}]+|[,/+()]| [-–—] /gu)) {
      if (!/[\p{L}\p{N}]/u.test(piece)) {
        opens = true;
        joined ||= JOINING.has(piece);
      } else {
        tokens.push({ word: piece.slice(0, MAX_WORD), sentence, joined, opens });
        if (tokens.length === MAX_TOKENS) return tokens;
        joined = false;
        opens = false;
      }
    }
    if (tokens.length > before) sentence += 1;
  }
  return tokens;
}

const JOINING = new Set([',', '/', '+']);

/** "who's" is a question word of its own; "AWS's" is AWS. */
const KEEPS_S = new Set(['who', 'what', 'it', 'that', 'let', 'there', 'here', 'where', 'how', 'he', 'she']);

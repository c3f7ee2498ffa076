/** What the build learned of people's wording from knowledge/examples: read once, used by every bot. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LEARNED_WORDING } from '../shipped-files.js';
import { ConceptReader, type SignCounts } from './concept-reader.js';
import { LinearReader, type Weights } from './leaning.js';

export interface Wording {
  /** Whose side a question is about. */
  sides: LinearReader;
  /** Which explanation it wants. */
  concepts: ConceptReader;
}

/** What is kept of it in a file. */
export interface Learned {
  sides: Weights;
  concepts: SignCounts;
}

/** What the build wrote was right when it was written: only the frame is checked again. */
const Frame = z.object({
  sides: z.object({ keys: z.string(), weights: z.string() }),
  concepts: z.object({ concepts: z.array(z.string()), totals: z.array(z.number()), signs: z.custom<SignCounts['signs']>(Array.isArray) }),
});

let shipped: Wording | undefined;

/** What the build learned from knowledge/examples. */
export function shippedWording(): Wording {
  if (!shipped) {
    const { sides, concepts } = Frame.parse(JSON.parse(readFileSync(LEARNED_WORDING, 'utf8')));
    shipped = { sides: new LinearReader(sides), concepts: new ConceptReader(concepts) };
  }
  return shipped;
}

import { isStated, type Row } from '../knowledge/ownership.js';
import type { Control, Owner, Part } from '../knowledge/schema.js';
import { type Cues, DECIDE } from './cues.js';

/** What the wording of a question says of the side that it asks about. */
export type Sides = Pick<Cues, 'aspect' | 'whose' | 'choice'> & {
  /** The side that the wording surely speaks of. */
  surely?: Exclude<Owner, 'shared'> | undefined;
};

/** A question that says nothing of sides. */
export const NO_SIDES: Sides = { aspect: undefined, whose: undefined, choice: false };

/** A part is a row of its own; where it names no source, it stands on those of the row around it. */
export function partRow(
  { owner, aws, customer, mind, sources, unverified }: Omit<Part, 'sources'> & { sources?: readonly string[] | undefined },
  row: Row,
): Row {
  return {
    owner,
    ...(aws && { aws }),
    ...(customer && { customer }),
    ...(mind && { mind }),
    because: row.because,
    sources: sources ?? row.sources,
    read: row.read,
    parts: [],
    ...((unverified || row.unverified) && { unverified: true as const }),
  };
}

/**
 * The side of a row that a question is about. Who performs the work owns it; asked who decides, a row with a customer's half
 * is the customer's; asked who carries out work that is shared, it is AWS's; asked for both together, it is shared. Where no service
 * states the row, and the wording surely speaks of the side that does not own it, its half is meant.
 * Governance has no such sides: each party is accountable for its own.
 */
export function sideOf(row: Row, { aspect, whose, choice, surely }: Sides, { group }: Control): Owner {
  if (!isStated(row) && surely && surely !== row.owner && row[surely] && aspect !== 'whole' && !choice) return surely;
  if (row.owner === 'shared' && aspect === undefined && whose && !choice) return whose;
  if (group === 'governance') return row.owner;
  if (row.owner === 'shared' && aspect === 'decide') return 'customer';
  if (row.owner === 'aws' && aspect === 'decide' && surely !== 'aws' && isStated(row) && row.customer && DECIDE.test(row.customer)) return 'customer';
  if (row.owner === 'shared' && aspect === 'perform') return 'aws';
  if (row.owner === 'aws' && row.customer && aspect === 'whole') return 'shared';
  if (row.owner === 'shared' && aspect === undefined && surely) return surely;
  return row.owner;
}

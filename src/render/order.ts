import type { ControlRef } from '../ask/answer.js';
import { isStated, type Row } from '../knowledge/ownership.js';

export interface RowOfControl {
  control: ControlRef;
  row: Row;
}

/** The most surprising first: rows with a trap in them, then those that the service states itself; the rest are named only. */
export function ranked(rows: readonly RowOfControl[], shown: number): { full: RowOfControl[]; named: RowOfControl[] } {
  const weight = ({ row }: RowOfControl) => (isStated(row) ? 2 : 0) + (isStated(row) && row.mind ? 1 : 0) + Math.min(row.parts.length, 4) / 8;
  const sorted = rows.map((row, index) => ({ row, index })).sort((a, b) => weight(b.row) - weight(a.row) || a.index - b.index);
  const stated = sorted.filter(({ row: { row } }) => isStated(row)).map(({ row }) => row);
  const full = stated.length > 0 ? stated.slice(0, shown) : sorted.map(({ row }) => row).slice(0, Math.min(shown, 3));
  return { full, named: sorted.map(({ row }) => row).filter((row) => !full.includes(row)) };
}

/** The sources of what a breakdown shows, the service's own first, and the earliest date on which one was read. */
export function sourcesOf(rows: readonly Row[]): { addresses: string[]; read: string } {
  const stated = rows.filter(isStated);
  const used = stated.length > 0 ? stated : rows;
  return { addresses: [...new Set(used.flatMap(({ sources }) => sources))].slice(0, 3), read: used.map(({ read }) => read).sort()[0] ?? '' };
}

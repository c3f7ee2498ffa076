/** The place of the first of an ordered row, between two places, that is not before `least`. */
export function firstFrom<T extends number | string>(row: ArrayLike<T>, least: T, start = 0, end = row.length): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = row[middle];
    if (one !== undefined && one < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

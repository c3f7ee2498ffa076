import type { Pick } from './answer.js';

/** The text form of a pick, for button values and links: `service:rds`, `row:rds/custom:backup`. At most 75 characters for real ids, Slack's limit for an option's value. */
export function packPick(pick: Pick): string {
  switch (pick.open) {
    case 'service':
      return `service:${pick.id}${pick.variant ? `/${pick.variant}` : ''}`;
    case 'control':
      return `control:${pick.id}`;
    case 'row':
      return `row:${pick.service}${pick.variant ? `/${pick.variant}` : ''}:${pick.control}`;
    case 'comparison':
      return `comparison:${pick.ids.join(',')}${pick.control ? `:${pick.control}` : ''}`;
    case 'concept':
      return `concept:${pick.id}`;
    case 'help':
      return 'help:';
    default:
      return pick satisfies never;
  }
}

const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
const PACKED = new RegExp(
  `^(?:(?<open>service|control|concept):(?<id>${ID})(?:/(?<variant>${ID}))?|row:(?<service>${ID})(?:/(?<in>${ID}))?:(?<row>${ID})|comparison:(?<ids>${ID}(?:,${ID}){1,4})(?::(?<by>${ID}))?|(?<help>help):)$`,
);

/** Reads what `packPick` wrote; gives undefined for anything else (an old message, a crafted payload). */
export function unpackPick(text: string): Pick | undefined {
  const found = text.length > 300 ? undefined : PACKED.exec(text)?.groups;
  if (!found) return undefined;
  const { open, id, variant, service, in: inVariant, row, ids, by } = found;
  if (id && open === 'service') return { open, id, ...(variant && { variant }) };
  if (id && (open === 'control' || open === 'concept')) return { open, id };
  if (service && row) return { open: 'row', service, control: row, ...(inVariant && { variant: inVariant }) };
  if (ids) return { open: 'comparison', ids: ids.split(','), ...(by && { control: by }) };
  return { open: 'help' };
}

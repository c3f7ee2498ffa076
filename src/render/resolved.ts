import type { Knowledge } from '../knowledge/load.js';
import { type Row, rowOf } from '../knowledge/ownership.js';
import { because, ICON } from './words.js';

/** An entry as an editor wants to see it: every row, the rule that decided it, its sources. For `srm show`. */
export function toResolved(knowledge: Knowledge, id: string): string {
  const service = knowledge.services.get(id);
  if (!service) {
    const control = knowledge.controls.get(id);
    const concept = knowledge.concepts.get(id);
    if (control)
      return [
        `${control.title} (controls/${id}.yml)`,
        control.definition,
        ...[...knowledge.services.keys()].flatMap((serviceId) => lineOf(serviceId, rowOf(knowledge, serviceId, id))),
      ].join('\n');
    if (concept) return [`${concept.title} (concepts/${id}.yml)`, concept.lead, ...(concept.points ?? []).map((point) => `  • ${point}`)].join('\n');
    return `There is no service, control or concept "${id}". Ids are the names of the files in knowledge/.`;
  }
  const views: [string, string | undefined][] = [
    [service.name, undefined],
    ...Object.entries(service.variants ?? {}).map(([key, { name }]): [string, string] => [`${service.name} ${name}`, key]),
  ];
  return views
    .map(([name, variant]) =>
      [
        `${name} (services/${id}.yml${variant ? `, variant ${variant}` : ''}, ${service.model}, read ${service.read})`,
        ...[...knowledge.controls.keys()].flatMap((control) => lineOf(control, rowOf(knowledge, id, control, variant))),
      ].join('\n'),
    )
    .join('\n\n');
}

function lineOf(id: string, row: Row | undefined): string[] {
  if (!row) return [`  ${id.padEnd(26)} –  has no meaning here`];
  const halves = [...(row.aws ? [`AWS ${row.aws}`] : []), ...(row.customer ? [`you ${row.customer}`] : [])].join('; ');
  return [
    `  ${id.padEnd(26)} ${ICON[row.owner]} ${row.owner.padEnd(9)} ${because(row)}: ${halves}`,
    ...row.parts.map((part) => `    ${part.title}: ${part.owner}`),
  ];
}

import type { Answer, Pick, ServiceRef, Verdict } from '../ask/answer.js';
import type { Row } from '../knowledge/ownership.js';
import type { Owner } from '../knowledge/schema.js';
import { because, headline, ICON, MODEL_NAME, sourceName, WHOSE } from './words.js';

/** The whole answer in plain words: for the terminal, for notifications and for screen readers. */
export function toText(answer: Answer): string {
  return lines(answer)
    .filter((line) => line !== undefined)
    .join('\n');
}

function lines(answer: Answer): (string | undefined)[] {
  switch (answer.kind) {
    case 'verdict':
      return [...(answer.agrees === undefined ? [] : [answer.agrees ? 'Yes.' : 'No.']), ...answer.verdicts.flatMap((verdict, index) => [...(index > 0 ? [''] : []), ...verdictLines(verdict)])];
    case 'service': {
      const { service, model, rows, variants, note } = answer;
      return [
        note,
        `${service.name} · ${MODEL_NAME[model]} service${service.formerly ? ` · formerly ${service.formerly}` : ''}`,
        ...OWNERS.flatMap((owner) => {
          const group = rows.filter(({ row }) => row.owner === owner);
          if (group.length === 0) return [];
          const stated = group.filter(({ row }) => isStated(row));
          const rest = group.filter(({ row }) => !isStated(row));
          return [
            '',
            `${ICON[owner]} ${WHOSE[owner]}`,
            ...stated.map(({ control, row }) => `  ${control.title}: ${halves(row)}`),
            ...(rest.length > 0 ? [`  ${stated.length > 0 ? 'Also: ' : ''}${rest.map(({ control }) => control.title.toLowerCase()).join(' · ')}`] : []),
          ];
        }),
        ...mindLines(rows.map(({ row }) => row)),
        ...(variants.length > 0 ? ['', `Depends on how you run it: ${variants.map(({ name }) => name).join(' · ')}`] : []),
        '',
        sourceLine(rows.map(({ row }) => row)),
      ];
    }
    case 'control': {
      const { control, row, models, differing } = answer;
      return [
        `${ICON[row.owner]} ${control.title}: ${row.owner === 'shared' ? 'shared between AWS and you' : row.owner === 'aws' ? "AWS's" : 'yours'} in general.`,
        ...halfLines(row),
        '',
        ...models.map(({ model, row }) => `  ${MODEL_NAME[model].padEnd(20)} ${ICON[row.owner]} ${WHOSE[row.owner]}: ${halves(row)}`),
        ...(differing.length > 0 ? ['', `Different on: ${differing.slice(0, 12).map(({ service, row }) => `${service.name} (${WHOSE[row.owner].toLowerCase()})`).join(', ')}${differing.length > 12 ? ` and ${differing.length - 12} more` : ''}`] : []),
        row.mind && `Mind   ${row.mind}`,
        sourceLine([row]),
      ];
    }
    case 'comparison': {
      const { services, rows } = answer;
      const same = rows.filter(({ differs }) => !differs);
      return [
        services.map(({ name }) => name).join(' · '),
        ...rows.filter(({ differs }) => differs).map(({ control, owners }) => `≠ ${control.title}: ${owners.map((row, index) => `${nameOf(services, index)} ${row ? `${ICON[row.owner]} ${WHOSE[row.owner]}` : '–'}`).join(', ')}`),
        ...OWNERS.flatMap((owner) => {
          const group = same.filter(({ owners }) => owners.some((row) => row?.owner === owner));
          return group.length > 0 ? [`= ${ICON[owner]} ${WHOSE[owner]} on all: ${group.map(({ control }) => control.title.toLowerCase()).join(' · ')}`] : [];
        }),
        sourceLine(rows.flatMap(({ owners }) => owners.filter((row) => row !== undefined))),
      ];
    }
    case 'concept':
      return [answer.title, answer.lead, ...answer.points.map((point) => `  • ${point}`), answer.mind && `Mind   ${answer.mind}`, sourceOf(answer.sources, answer.read)];
    case 'suggestions':
      return ['Did you mean', ...answer.options.map(({ label, reason }) => `  • ${label} (${reason})`)];
    case 'unknown':
      return [answer.note, 'Ask who is responsible for something on AWS, such as: who patches the OS on RDS?'];
    case 'help':
      return ['I say who is responsible for what on AWS: AWS, you, or both. Try', ...answer.examples.map((example) => `  ${example}`)];
    default:
      return answer satisfies never;
  }
}

const OWNERS: readonly Owner[] = ['customer', 'shared', 'aws'];

const nameOf = (services: readonly ServiceRef[], index: number) => services[index]?.name ?? '';

function isStated(row: Row): boolean {
  return row.because.by === 'service' || row.because.by === 'variant';
}

function verdictLines(verdict: Verdict): (string | undefined)[] {
  const { row, owner, service } = verdict;
  return [`${ICON[owner]} ${headline(verdict)}`, ...halfLines(row), row.mind && `Mind   ${row.mind}`, `${sourceOf(row.sources, row.read)} · ${because(row, service?.name)}`];
}

function halfLines({ aws, customer }: Row): string[] {
  return [...(aws ? [`AWS    ${aws}`] : []), ...(customer ? [`You    ${customer}`] : [])];
}

function halves({ owner, aws, customer }: Row): string {
  if (owner === 'shared') return `AWS ${aws}; you ${customer}`;
  return (owner === 'aws' ? aws : customer) ?? '';
}

function mindLines(rows: readonly Row[]): string[] {
  const minds = rows.filter(isStated).flatMap(({ mind }) => mind ?? []);
  return minds.length > 0 ? ['', 'Often missed', ...minds.slice(0, 4).map((mind) => `  ${mind}`)] : [];
}

function sourceLine(rows: readonly Row[]): string {
  const stated = rows.filter(isStated);
  const used = stated.length > 0 ? stated : rows;
  const read = used.map(({ read }) => read).sort()[0] ?? '';
  return sourceOf([...new Set(used.flatMap(({ sources }) => sources))].slice(0, 3), read);
}

function sourceOf(sources: readonly string[], read: string): string {
  return `Source ${sources.slice(0, 3).map(sourceName).join(', ')} (read ${read.slice(0, 7)})`;
}

/** What a button that opens `pick` says. */
export function pickLabel(pick: Pick, nameFor: (pick: Pick) => string): string {
  return nameFor(pick);
}

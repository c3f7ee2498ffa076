import type { Answer, ServiceRef, Verdict } from '../ask/answer.js';
import { type Row, WHO } from '../knowledge/ownership.js';
import { ranked, sourcesOf } from './order.js';
import { because, halves, headline, ICON, inGeneral, MODEL_NAME, OWNERS, REPLY, serviceLine, sourceName, WHOSE } from './words.js';

/** The whole answer in plain words: for the terminal, for notifications and for screen readers. */
export function toText(answer: Answer): string {
  return lines(answer).join('\n');
}

const SHOWN = 5;

function lines(answer: Answer): string[] {
  switch (answer.kind) {
    case 'verdict':
      return [
        ...(answer.reply ? [REPLY[answer.reply]] : []),
        ...answer.verdicts.flatMap((verdict, index) => [...(index > 0 ? [''] : []), ...verdictLines(verdict)]),
      ];
    case 'service': {
      const { service, summary, rows, variants, note } = answer;
      return [
        ...(note ? [note, ''] : []),
        service.name,
        summary,
        serviceLine(answer),
        ...OWNERS.flatMap((owner) => {
          const { full, named } = ranked(
            rows.filter(({ row }) => row.owner === owner),
            SHOWN,
          );
          if (full.length + named.length === 0) return [];
          return [
            '',
            `${ICON[owner]} ${WHOSE[owner]}`,
            ...full.flatMap(({ control, row }) => [`  ${control.title}: ${halves(row)}`, ...(row.mind ? [`    Mind: ${row.mind}`] : [])]),
            ...(named.length > 0 ? [`  ${full.length > 0 ? 'Also: ' : ''}${named.map(({ control }) => control.title).join(' · ')}`] : []),
          ];
        }),
        ...(variants.length > 0 ? ['', `It depends on how you run it: ${variants.map(({ name }) => name).join(' · ')}`] : []),
        '',
        sourceLine(rows.map(({ row }) => row)),
      ];
    }
    case 'control': {
      const { control, row, models, differing } = answer;
      return [
        `${ICON[row.owner]} ${control.title} is ${inGeneral(row.owner)}.`,
        ...halfLines(row),
        '',
        ...models.map(({ model, row }) => `  ${MODEL_NAME[model].padEnd(20)} ${ICON[row.owner]} ${WHOSE[row.owner]}: ${halves(row)}`),
        ...(differing.length > 0
          ? [
              '',
              `Different on ${differing
                .slice(0, 8)
                .map(({ service, row }) => `${service.name} (${WHO[row.owner]})`)
                .join(', ')}${differing.length > 8 ? ` and ${differing.length - 8} more` : ''}`,
            ]
          : []),
        ...mindLine(row),
        source(row.sources, row.read),
      ];
    }
    case 'comparison': {
      const { services, rows } = answer;
      const same = rows.filter(({ differs }) => !differs);
      return [
        services.map(({ name }) => name).join(' · '),
        ...rows
          .filter(({ differs }) => differs)
          .map(
            ({ control, owners }) =>
              `≠ ${control.title}: ${owners.map((row, index) => `${nameOf(services, index)} ${row ? `${ICON[row.owner]} ${WHOSE[row.owner]}` : '–'}`).join(', ')}`,
          ),
        ...OWNERS.flatMap((owner) => {
          const group = same.filter(({ owners }) => owners.some((row) => row?.owner === owner));
          return group.length > 0 ? [`= ${ICON[owner]} ${WHOSE[owner]} on all: ${group.map(({ control }) => control.title).join(' · ')}`] : [];
        }),
        sourceLine(rows.flatMap(({ owners }) => owners.filter((row) => row !== undefined))),
      ];
    }
    case 'concept':
      return [answer.title, answer.lead, ...answer.points.map((point) => `  • ${point}`), ...mindLine(answer), source(answer.sources, answer.read)];
    case 'suggestions':
      return ['Did you mean', ...answer.options.map(({ label, reason }) => `  • ${label} – ${reason}`)];
    case 'unknown':
      return [answer.note, 'Ask who is responsible for something on AWS, such as: who patches the OS on RDS?'];
    case 'help':
      return [
        'I say who is responsible for what on AWS: AWS, you, or both. Name a service, a control or both; typos are fine.',
        ...answer.examples.map((example) => `  ${example}`),
      ];
    default:
      return answer satisfies never;
  }
}

const nameOf = (services: readonly ServiceRef[], index: number) => services[index]?.name ?? '';

function verdictLines(verdict: Verdict): string[] {
  const { row, owner, service } = verdict;
  return [`${ICON[owner]} ${headline(verdict)}`, ...halfLines(row), ...mindLine(row), `${source(row.sources, row.read)} · why: ${because(row, service?.name)}`];
}

function halfLines({ aws, customer }: Row): string[] {
  return [...(aws ? [`AWS    ${aws}`] : []), ...(customer ? [`You    ${customer}`] : [])];
}

function mindLine({ mind }: { mind?: string }): string[] {
  return mind ? [`Mind   ${mind}`] : [];
}

function sourceLine(rows: readonly Row[]): string {
  const { addresses, read } = sourcesOf(rows);
  return source(addresses, read);
}

function source(addresses: readonly string[], read: string): string {
  return `Source ${[...new Set(addresses)].slice(0, 3).map(sourceName).join(', ')} · read ${read.slice(0, 7)}`;
}

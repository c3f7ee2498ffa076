import type { Answer } from '../ask/answer.js';
import type { Owner } from '../knowledge/schema.js';
import { toText } from './text.js';

/** One line of `srm ask --json`. Fields may be added, never changed: questionnaires and measurements read it. */
export interface AnswerRecord {
  question: string;
  kind: Answer['kind'];
  /** Null if the answer names no single owner. */
  owner: Owner | null;
  /** What was understood, best first. */
  services: { id: string; name: string }[];
  controls: { id: string; title: string }[];
  text: string;
  sources: string[];
}

/** The answer as the line protocol has it. */
export function toRecord(answer: Answer): AnswerRecord {
  return { question: answer.question, kind: answer.kind, ...understood(answer), text: toText(answer) };
}

type Understood = Pick<AnswerRecord, 'owner' | 'services' | 'controls' | 'sources'>;

function understood(answer: Answer): Understood {
  switch (answer.kind) {
    case 'verdict': {
      const { verdicts } = answer;
      const owner = verdicts.every((verdict) => verdict.owner === verdicts[0].owner) ? verdicts[0].owner : null;
      return {
        owner,
        services: unique(verdicts.flatMap(({ service }) => service ?? [])),
        controls: unique(verdicts.map(({ control }) => control)),
        sources: [...new Set(verdicts.flatMap(({ row }) => row.sources))],
      };
    }
    case 'service':
      return { owner: null, services: [answer.service], controls: [], sources: [...new Set(answer.rows.flatMap(({ row }) => row.sources))] };
    case 'control':
      return { owner: answer.row.owner, services: [], controls: [answer.control], sources: [...answer.row.sources] };
    case 'comparison':
      return { owner: null, services: answer.services, controls: [], sources: [] };
    case 'concept':
      return { owner: null, services: [], controls: [], sources: answer.sources };
    case 'suggestions':
      return {
        owner: null,
        services: answer.options.flatMap(({ label, pick }) => (pick.open === 'service' ? [{ id: pick.id, name: label }] : [])),
        controls: [],
        sources: [],
      };
    case 'unknown':
    case 'help':
      return { owner: null, services: [], controls: [], sources: [] };
    default:
      return answer satisfies never;
  }
}

function unique<T extends { id: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

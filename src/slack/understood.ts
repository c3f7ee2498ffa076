import type { Answer } from '../ask/answer.js';

/** The ids of what an answer is about, for the log. */
export function understood(answer: Answer): string[] {
  switch (answer.kind) {
    case 'verdict':
      return answer.verdicts.map(({ service, control }) => (service ? `${service.id}:${control.id}` : control.id));
    case 'service':
      return [answer.service.id];
    case 'control':
      return [answer.control.id];
    case 'comparison':
      return answer.services.map(({ id }) => id);
    case 'concept':
      return [answer.id];
    case 'unknown':
      return [answer.reason];
    case 'suggestions':
    case 'help':
      return [];
    default:
      return answer satisfies never;
  }
}

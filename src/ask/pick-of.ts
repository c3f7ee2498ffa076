import type { Answer, Pick } from './answer.js';

/** What opens this answer again, without the words that led to it; undefined where there is nothing to open. */
export function pickOf(answer: Answer): Pick | undefined {
  switch (answer.kind) {
    case 'verdict': {
      const { service, control } = answer.verdicts[0];
      const services = answer.verdicts.flatMap((verdict) => verdict.service?.id ?? []);
      if (new Set(services).size > 1) return { open: 'comparison', ids: services, control: control.id };
      if (!service) return { open: 'control', id: control.id };
      return { open: 'row', service: service.id, control: control.id, ...(service.variant && { variant: service.variant }) };
    }
    case 'service':
      return { open: 'service', id: answer.service.id, ...(answer.service.variant && { variant: answer.service.variant }) };
    case 'control':
      return { open: 'control', id: answer.control.id };
    case 'comparison':
      return { open: 'comparison', ids: answer.services.map(({ id }) => id) };
    case 'concept':
      return { open: 'concept', id: answer.id };
    case 'help':
      return { open: 'help' };
    case 'suggestions':
    case 'unknown':
      return undefined;
    default:
      return answer satisfies never;
  }
}

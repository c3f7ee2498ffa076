import type { Knowledge } from '../../src/knowledge/load.js';
import { parseKnowledge } from '../../src/knowledge/parse.js';
import { Service } from '../../src/knowledge/schema.js';

const SOURCE = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security.html';

/** A service entry with what every entry needs, and what a test is about. */
function serviceEntry(given: Partial<Service>): Service {
  return Service.parse({
    name: 'Amazon Foo',
    category: 'Storage',
    model: 'abstract',
    model_basis: 'inferred',
    summary: 'Stores foo behind an endpoint',
    traits: ['data'],
    read: '2026-11-01',
    sources: [SOURCE],
    ...given,
  });
}

/** Small valid knowledge, with services of a test added to it. */
export function knowledgeWith(services: Record<string, Partial<Service>>): Knowledge {
  const knowledge = parseKnowledge('test/support/knowledge');
  for (const [id, given] of Object.entries(services)) knowledge.services.set(id, serviceEntry(given));
  return knowledge;
}

export const TODAY = new Date('2026-11-23T12:00:00Z');

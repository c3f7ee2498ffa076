/** `npm run knowledge:new -- service "Amazon Foo"`: writes an entry with every field that is needed, to be filled in. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWLEDGE } from '../shipped-files.js';

const today = new Date().toISOString().slice(0, 10);
const TEMPLATES: Record<string, (name: string) => string> = {
  service: (name) => `# yaml-language-server: $schema=../schema/service.json
name: ${name}
aliases: [${name.replace(/^(Amazon|AWS) /, '')}]
category: Compute # the category of the AWS console
model: abstract # infrastructure: the customer runs the operating system; container: AWS runs it on instances the customer sees; abstract: an endpoint
model_basis: inferred # stated: a page names the split
summary: One line on what it is, twenty characters at least
traits: [data] # what gives controls their meaning: data, engine, code, images, instances, network, devices, ai
read: ${today} # when you read the pages
sources: [https://docs.aws.amazon.com/]
controls: # only what differs from the model, or is particular
  access-permissions:
    owner: customer
    customer: say in a few words what the customer does
    sources: [https://docs.aws.amazon.com/]
`,
  control: (name) => `# yaml-language-server: $schema=../schema/control.json
title: ${name}
definition: One sentence on what the control covers
type: shared # inherited, shared, customer-specific or aws-operated
group: application
owner: shared # in general, without a service
aws: say in a few words what AWS does
customer: say in a few words what the customer does
asks: [${name.toLowerCase()}]
frameworks: { nist: [CM-6], ccm: [CCC], cis: [], iso: [A.8.9], pci: [], soc2: [CC8.1] }
read: ${today}
sources: [https://aws.amazon.com/compliance/shared-responsibility-model/]
`,
  concept: (name) => `# yaml-language-server: $schema=../schema/concept.json
title: ${name}
asks: [${name.toLowerCase()}]
lead: The answer in a sentence or two
points:
  - What else one should know
read: ${today}
sources: [https://aws.amazon.com/compliance/shared-responsibility-model/]
`,
};

const [kind = '', ...words] = process.argv.slice(2);
const name = words.join(' ').trim();
const template = TEMPLATES[kind];
if (!template || !name) {
  console.error('usage: npm run knowledge:new -- service|control|concept "Name as AWS writes it"');
  process.exitCode = 2;
} else {
  const id = name
    .toLowerCase()
    .replace(/^(amazon|aws) /, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const file = join(KNOWLEDGE, `${kind}s`, `${id}.yml`);
  if (existsSync(file)) {
    console.error(`knowledge/${kind}s/${id}.yml is there already`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, template(name));
    console.log(`wrote knowledge/${kind}s/${id}.yml: fill it in, then run npm run knowledge:check`);
  }
}

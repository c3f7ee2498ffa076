/**
 * The shape of every file in knowledge/. zod is the only source: the types are inferred from it, the loader
 * validates with it, and the JSON Schema that editors use is generated from it.
 */
import { z } from 'zod';

export const Owner = z.enum(['aws', 'customer', 'shared']);
export type Owner = z.infer<typeof Owner>;

/** The three service models of AWS's security whitepapers: how much of the stack AWS runs. */
export const ModelId = z.enum(['infrastructure', 'container', 'abstract']);
export type ModelId = z.infer<typeof ModelId>;

export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write ids in lower case with hyphens, such as "elastic-beanstalk"');

const day = z.iso.date('write a date as YYYY-MM-DD');
const url = z.url({ protocol: /^https$/, error: 'write a full https:// address' });
const sources = z.array(url).min(1, 'name the page that says so');
const half = z
  .string()
  .min(8, 'say what is done, in a few words')
  .max(180, 'keep each half under 180 characters: it is read on a phone')
  .regex(/[^.]$/, 'no full stop at the end: it stands in a list');
const mind = z
  .string()
  .min(20)
  .max(240, 'keep what people get wrong under 240 characters')
  .regex(/[.!?]$/, 'write a full sentence');
const phrase = z.string().min(2).max(80);

/** What a row says: who performs the work, and what each side does. A verdict of two halves needs both. */
const rowShape = {
  owner: Owner,
  aws: half.optional().describe('What AWS does; reads after "AWS": "patches the host", third person, no full stop'),
  customer: half.optional().describe('What the customer does; reads after "You": "choose the window", no full stop'),
  mind: mind.optional().describe('What people get wrong about it: one full sentence'),
};
const halves = <T extends { owner: Owner; aws?: string | undefined; customer?: string | undefined }>(row: T, ctx: z.RefinementCtx<T>) => {
  if (row.owner !== 'customer' && !row.aws) ctx.addIssue({ code: 'custom', path: ['aws'], message: `owner is "${row.owner}": say what AWS does in "aws"` });
  if (row.owner !== 'aws' && !row.customer)
    ctx.addIssue({ code: 'custom', path: ['customer'], message: `owner is "${row.owner}": say what the customer does in "customer"` });
};

const unverified = z.literal(true).optional().describe('Written from knowledge of the service: no page was opened for it yet, and answers say so');

const asks = z.array(phrase).min(1).describe('Words that point here; all words of a phrase must be in the question, in any order');

/** A finer duty inside a control or a service, with an owner of its own: "who wipes a Snowball that came back?" */
const Part = z
  .strictObject({
    title: z.string().min(3).max(80),
    asks,
    ...rowShape,
    sources: sources.optional().describe('Left out: the sources of the row it stands in'),
    unverified,
  })
  .superRefine(halves);
export type Part = z.infer<typeof Part>;

const StatedRow = z
  .strictObject({
    ...rowShape,
    sources,
    read: day.optional().describe('When the sources were read, if not on the date of the file'),
    unverified,
    parts: z.array(Part).min(1).optional(),
  })
  .superRefine(halves);
export type StatedRow = z.infer<typeof StatedRow>;

/** `none`: the control has no meaning for this service and is not shown. */
const ServiceRows = z.record(Id, z.union([StatedRow, z.literal('none')], { error: 'write "none", or a row with owner, halves and sources' }));
export type ServiceRows = z.infer<typeof ServiceRows>;

/** Properties of a service that give a control its meaning: no database accounts without an engine. */
const Trait = z.enum(['data', 'engine', 'code', 'images', 'instances', 'network', 'devices', 'ai']);
export type Trait = z.infer<typeof Trait>;

const Frameworks = z.strictObject({
  nist: z.array(z.string().regex(/^[A-Z]{2}(-\d{1,2}(\(\d{1,2}\))?)?$/)).min(1),
  ccm: z.array(z.string().regex(/^(A&A|[A-Z]{3})$/)).min(1),
  cis: z.array(z.string().regex(/^\d{1,2}$/)),
  iso: z.array(z.string().regex(/^A\.[5-8]\.\d{1,2}$/)).min(1),
  pci: z.array(z.string().regex(/^\d{1,2}$/)),
  soc2: z.array(z.string().regex(/^(CC\d|A1|C1|P\d)(\.\d{1,2})?$/)).min(1),
});
export type Frameworks = z.infer<typeof Frameworks>;

export const Control = z
  .strictObject({
    whole: z.boolean().optional().describe('Stands for a whole subject: wanted where a question asks for all of it together'),
    title: z.string().min(3).max(60),
    definition: z.string().min(20).max(200).describe('One sentence: what the control covers'),
    type: z.enum(['inherited', 'shared', 'customer-specific', 'aws-operated']).describe("AWS's own classes; aws-operated: AWS runs it, no customer part"),
    group: z.enum(['facilities', 'platform', 'operating-system', 'application', 'network', 'identity', 'data', 'resilience', 'detection', 'governance']),
    needs: z.array(Trait).optional().describe('Shown only for services with one of these traits'),
    ...rowShape,
    asks,
    parts: z
      .array(z.strictObject({ title: z.string().min(3).max(80), asks, ...rowShape, sources: sources.optional() }).superRefine(halves))
      .min(1)
      .optional(),
    frameworks: Frameworks,
    read: day,
    sources,
  })
  .superRefine(halves);
export type Control = z.infer<typeof Control>;

const ModelRow = z.union([Owner, z.strictObject({ ...rowShape, sources: sources.optional() }).superRefine(halves)], {
  error: 'write an owner (aws, customer or shared), or a row with owner and halves',
});

export const Model = z.strictObject({
  name: z.string(),
  summary: z.string().max(200),
  read: day,
  sources,
  controls: z.record(Id, ModelRow),
});
export type Model = z.infer<typeof Model>;

export const Category = z.enum([
  'Analytics',
  'Application Integration',
  'Blockchain',
  'Business Applications',
  'Cloud Financial Management',
  'Compute',
  'Containers',
  'Customer Enablement',
  'Database',
  'Developer Tools',
  'End User Computing',
  'Front-End Web & Mobile',
  'Game Tech',
  'Internet of Things',
  'Machine Learning',
  'Management & Governance',
  'Media Services',
  'Migration & Transfer',
  'Networking & Content Delivery',
  'Quantum Technologies',
  'Robotics',
  'Satellite',
  'Security, Identity & Compliance',
  'Storage',
]);
export type Category = z.infer<typeof Category>;

const names = z.array(z.string().min(2).max(80));

const Lifecycle = z.strictObject({
  state: z.enum(['closed', 'ending', 'retired']).describe('closed to new customers; ending: an end date is announced; retired: gone'),
  on: z
    .union([z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/), z.int().min(2000).max(2100)], { error: 'write YYYY, YYYY-MM or YYYY-MM-DD' })
    .transform(String)
    .optional()
    .describe('closed: since; ending: last day; retired: gone since'),
  successor: Id.optional().describe('The id of the service to use instead'),
  note: z.string().max(200).optional(),
});

export type Lifecycle = z.infer<typeof Lifecycle>;

const Variant = z.strictObject({
  name: z.string().max(60).describe('Reads after the service name: "on Fargate"'),
  asks: names.min(1).describe('Words that choose this variant when the service is named'),
  summary: z.string().max(200),
  model: ModelId.optional().describe('If it differs from the model of the service'),
  service: Id.optional().describe('Its rows are those of this service file'),
  controls: ServiceRows.optional(),
});
export type Variant = z.infer<typeof Variant>;

export const Service = z.strictObject({
  name: z.string().min(2).max(80).describe("Today's name, as AWS writes it"),
  former: names.optional().describe('Names it had before'),
  aliases: names.optional().describe('What people type: short names, parts, spellings'),
  shared: names.optional().describe('Aliases that other services have too, on purpose: the bot asks which one is meant'),
  common: names.optional().describe('Names or aliases that are also ordinary words: they count only with AWS around them'),
  was: z.array(Id).optional().describe('Ids this entry had before'),
  category: Category,
  model: ModelId,
  model_basis: z.enum(['stated', 'inferred']).describe('stated: a source names the model; inferred: our reading of what AWS runs'),
  lifecycle: Lifecycle.optional().describe('Left out: active'),
  summary: z.string().min(20).max(160).describe('What it is, one line, no full stop needed'),
  traits: z.array(Trait),
  read: day.describe('When the sources of this file were read'),
  sources,
  controls: ServiceRows.optional().describe('Only what differs from, or is particular beside, the model'),
  variants: z.record(Id, Variant).optional(),
});
export type Service = z.infer<typeof Service>;

/** An explanation: the model itself, its terms, programs and exercises. `owner` is never given: it is not a verdict. */
export const Concept = z.strictObject({
  title: z.string().min(3).max(80),
  asks,
  lead: z.string().min(20).max(400).describe('The answer in a sentence or two'),
  points: z.array(z.string().min(5).max(300)).max(14).optional(),
  mind: mind.optional(),
  see: z.array(Id).optional().describe('Ids of concepts, controls or services worth reading next'),
  read: day,
  sources,
});
export type Concept = z.infer<typeof Concept>;

const words = z.array(z.string().min(1));

/** How people write: knowledge/words.yml. */
export const Words = z.strictObject({
  synonyms: z.record(z.string(), words).describe('What the phrases in `asks` use, and what people type instead'),
  distinct: words.describe('Words that are not the same as others of their stem: versioning is not a version'),
  decisive: words.describe('Words that say which layer is meant: they outweigh the others'),
  ordinary: words.describe('Words without a subject of their own'),
  other_clouds: words.describe('Products of others'),
  not_responsibility: words.describe('Prices, limits, how-to: not about responsibility'),
  machinery: words.describe('What is behind a service without machines of the customer'),
});
export type Words = z.infer<typeof Words>;

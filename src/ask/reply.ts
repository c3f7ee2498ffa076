import type { Knowledge } from '../knowledge/load.js';
import { generalRow, isStated, type Row, rowOf, rowOfModel, WHO } from '../knowledge/ownership.js';
import { type Lifecycle, ModelId } from '../knowledge/schema.js';
import type { Answer, ControlRef, Next, ServiceRef, Verdict } from './answer.js';
import type { Reply } from './claim.js';
import type { LikelyConcept } from './concept-reader.js';
import type { FrameworkFound } from './frameworks.js';
import type { Duty } from './phrases.js';
import type { ServiceFound } from './services-named.js';
import { NO_SIDES, partRow, type Sides, sideOf } from './sides.js';

/** The parts of a question that a verdict depends on. */
export type Subject = Omit<ServiceFound, 'from' | 'to' | 'joined'>;

type ServiceRows = Extract<Answer, { kind: 'service' }>['rows'];

/** Builds answers from ids. Nothing here reads text. */
export class Replies {
  readonly #knowledge: Knowledge;
  readonly #differing = new Map<string, { service: ServiceRef; row: Row }[]>();
  readonly #rows = new Map<string, ServiceRows>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  service(question: string, subject: Subject, note?: string): Answer | undefined {
    const service = this.#knowledge.services.get(subject.id);
    const ref = this.serviceRef(subject);
    if (!service || !ref) return undefined;
    const rows = this.#rowsOf(ref);
    const model = (ref.variant && service.variants?.[ref.variant]?.model) || service.model;
    const variants = ref.variant ? [] : Object.entries(service.variants ?? {}).map(([id, { name, summary }]) => ({ id, name, summary }));
    const { summary, category, model_basis, lifecycle } = service;
    return {
      kind: 'service',
      question,
      service: ref,
      summary: (ref.variant && service.variants?.[ref.variant]?.summary) || summary,
      category,
      model,
      inferred: model_basis === 'inferred',
      ...(lifecycle && { lifecycle: this.#lifecycle(lifecycle) }),
      rows,
      variants,
      ...(note && { note }),
      next: this.#besideService(ref),
    };
  }

  control(question: string, id: string): Answer | undefined {
    const control = this.#knowledge.controls.get(id);
    const ref = this.controlRef(id);
    if (!control || !ref) return undefined;
    return {
      kind: 'control',
      question,
      control: ref,
      row: generalRow(control),
      models: ModelId.options.map((model) => ({ model, row: rowOfModel(this.#knowledge, model, id) })),
      differing: this.#differ(id),
      next: [],
    };
  }

  /** Everything that is known of a service: resolved once, and shared by all answers. */
  #rowsOf({ id, variant }: ServiceRef): ServiceRows {
    const key = `${id}/${variant ?? ''}`;
    const known = this.#rows.get(key);
    if (known) return known;
    const rows = [...this.#knowledge.controls].flatMap(([control, { title }]) => {
      const row = rowOf(this.#knowledge, id, control, variant);
      return row ? [{ control: { id: control, title }, row }] : [];
    });
    this.#rows.set(key, rows);
    return rows;
  }

  /** The way to a service. */
  opening(subject: Subject): Next[] {
    const service = this.serviceRef(subject);
    return service ? [openService(service)] : [];
  }

  /** Explanations to choose from. */
  conceptOptions(question: string, likely: readonly LikelyConcept[]): Answer | undefined {
    const options = likely.flatMap(({ concept, signs }) => {
      const entry = this.#knowledge.concepts.get(concept);
      return entry ? [{ label: entry.title, reason: signs.map((sign) => `"${sign}"`).join(', '), pick: { open: 'concept', id: concept } as const }] : [];
    });
    return options.length > 0 ? { kind: 'suggestions', question, options } : undefined;
  }

  concept(question: string, id: string): Answer | undefined {
    const concept = this.#knowledge.concepts.get(id);
    if (!concept) return undefined;
    const { title, lead, points = [], mind, sources, read, see = [] } = concept;
    const next = see.flatMap((other) => this.#entry(other) ?? []);
    return { kind: 'concept', question, id, title, lead, points, ...(mind && { mind }), sources, read, next };
  }

  /** The controls behind a requirement of a framework, and who owns them in general. */
  framework(question: string, { name, controls }: FrameworkFound): Answer | undefined {
    const entries = controls.flatMap((id) => {
      const control = this.#knowledge.controls.get(id);
      return control ? [{ id, control }] : [];
    });
    if (entries.length === 0) return undefined;
    const points = entries.map(({ control: { title, owner, aws, customer } }) => {
      const halves = [...(aws && owner !== 'customer' ? [`AWS ${aws}`] : []), ...(customer && owner !== 'aws' ? [`you ${customer}`] : [])].join('; ');
      return `${title}: ${WHO[owner]} - ${halves}`;
    });
    return {
      kind: 'concept',
      question,
      id: name,
      title: name,
      lead: `${entries.length === 1 ? 'One control answers' : `${entries.length} controls answer`} it here. Who owns them depends on the service; in general:`,
      points,
      sources: [...new Set(entries.flatMap(({ control }) => control.sources))],
      read: entries.map(({ control }) => control.read).sort()[0] ?? '',
      next: entries.flatMap(({ id }) => this.#entry(id) ?? []),
    };
  }

  comparison(question: string, subjects: readonly Subject[]): Answer | undefined {
    const services = subjects.slice(0, MAX_COMPARED).flatMap((subject) => this.serviceRef(subject) ?? []);
    if (services.length < 2) return undefined;
    const rows = [...this.#knowledge.controls.keys()].flatMap((id) => {
      const control = this.controlRef(id);
      const found = services.map((service) => rowOf(this.#knowledge, service.id, id, service.variant));
      if (!control || found.every((row) => row === undefined)) return [];
      const owners = new Set(found.map((row) => row?.owner));
      return [{ control, owners: found, differs: owners.size > 1 }];
    });
    return { kind: 'comparison', question, services, rows, next: services.map((service) => openService(service)) };
  }

  verdicts(question: string, verdicts: readonly Verdict[], reply?: Reply): Answer | undefined {
    const [first, ...rest] = verdicts;
    if (!first) return undefined;
    const services = [...new Map(verdicts.flatMap(({ service }) => (service ? [[service.id, service] as const] : []))).values()];
    const general = this.controlRef(first.control.id);
    const next: Next[] = [
      ...services.map((service) => openService(service, `All of ${service.name}`)),
      ...(general
        ? [{ label: services.length > 0 ? `${general.title}: everywhere` : `${general.title}: by service`, pick: { open: 'control', id: general.id } as const }]
        : []),
    ];
    return { kind: 'verdict', question, verdicts: [first, ...rest], ...(reply && { reply }), next };
  }

  /** Who owns what a topic is about, for a service or in general; undefined if it has no meaning for the service. */
  verdict(topic: Duty, subject: Subject | undefined, cues: Sides = NO_SIDES): Verdict | undefined {
    const control = this.controlRef(topic.control);
    const entry = this.#knowledge.controls.get(topic.control);
    if (!control || !entry) return undefined;
    if (topic.kind === 'service-part') {
      const service = this.serviceRef(subject?.id === topic.service ? { ...subject, ...(topic.variant && { variant: topic.variant }) } : { id: topic.service });
      const row = service && rowOf(this.#knowledge, service.id, topic.control, service.variant);
      if (!service || !row) return undefined;
      const part = partRow(topic.part, row);
      return { service, control: { ...control, title: topic.part.title }, row: part, owner: sideOf(part, cues, entry) };
    }
    if (!subject) {
      const row = generalRow(entry);
      if (topic.kind === 'control') return { control, row, owner: sideOf(row, cues, entry) };
      const part = partRow(topic.part, row);
      return { control: { ...control, title: topic.part.title }, row: part, owner: sideOf(part, cues, entry) };
    }
    const service = this.serviceRef(subject);
    const row = service && (rowOf(this.#knowledge, service.id, topic.control, service.variant) ?? this.#nothingToDo(service.id, topic.control));
    if (!service || !row) return undefined;
    const { owner } = topic.kind === 'control-part' ? topic.part : row;
    // A service that reverses the rule (hardware in your own building) reverses it for what follows the rule.
    const reversed = isStated(row) && row.owner !== entry.owner && owner === entry.owner;
    if (topic.kind === 'control-part' && cues.aspect !== 'whole' && !reversed && (!isStated(row) || owner === 'shared' || row[owner])) {
      // The part says whose it is; the row of the service says how, where both speak of the same side.
      const part = partRow(topic.part, row);
      const halves = { ...part, ...(row.aws && topic.part.aws && { aws: row.aws }), ...(row.customer && topic.part.customer && { customer: row.customer }) };
      return { service, control: { ...control, title: topic.part.title }, row: halves, owner };
    }
    return { service, control, row, owner: sideOf(row, cues, entry) };
  }

  /** What a service calls meaningless ("no window to set") is still a question with an answer, if its model leaves it to AWS. */
  #nothingToDo(serviceId: string, controlId: string): Row | undefined {
    const service = this.#knowledge.services.get(serviceId);
    const row = service && rowOfModel(this.#knowledge, service.model, controlId);
    return row?.owner === 'aws' ? row : undefined;
  }

  serviceRef({ id, variant, formerly }: Subject): ServiceRef | undefined {
    const service = this.#knowledge.services.get(id);
    if (!service) return undefined;
    const chosen = variant === undefined ? undefined : service.variants?.[variant];
    const name = chosen ? `${service.name} ${chosen.name}` : service.name;
    return { id, name, ...(chosen && variant && { variant }), ...(formerly && { formerly }) };
  }

  controlRef(id: string): ControlRef | undefined {
    const control = this.#knowledge.controls.get(id);
    return control && { id, title: control.title };
  }

  #besideService(ref: ServiceRef): Next[] {
    const service = this.#knowledge.services.get(ref.id);
    if (!service) return [];
    if (ref.variant) return [openService({ id: ref.id, name: service.name }, `All of ${service.name}`)];
    const successor = service.lifecycle?.successor;
    const other = successor && this.serviceRef({ id: successor });
    return [
      ...Object.entries(service.variants ?? {}).map(
        ([variant, { name, service: same }]): Next => ({ label: name, pick: same ? { open: 'service', id: same } : { open: 'service', id: ref.id, variant } }),
      ),
      ...(other ? [openService(other)] : []),
    ];
  }

  #lifecycle({ state, on, successor, note }: Lifecycle): string {
    const next = successor && this.#knowledge.services.get(successor)?.name;
    const what = {
      closed: `closed to new customers${on ? ` since ${on}` : ''}`,
      ending: `ends${on ? ` on ${on}` : ', as announced'}`,
      retired: `retired${on ? ` since ${on}` : ''}`,
    }[state];
    return [`${what}${next ? `; use ${next}` : ''}`, ...(note ? [note] : [])].join('. ');
  }

  #entry(id: string): Next | undefined {
    const service = this.serviceRef({ id });
    if (service) return openService(service);
    const control = this.controlRef(id);
    if (control) return { label: control.title, pick: { open: 'control', id } };
    const concept = this.#knowledge.concepts.get(id);
    return concept && { label: concept.title, pick: { open: 'concept', id } };
  }

  /** The services whose own statement about a control gives another owner than their model does. */
  #differ(controlId: string): { service: ServiceRef; row: Row }[] {
    const known = this.#differing.get(controlId);
    if (known) return known;
    const differing: { service: ServiceRef; row: Row }[] = [];
    for (const [id, service] of this.#knowledge.services) {
      for (const variant of [undefined, ...Object.keys(service.variants ?? {}).filter((key) => service.variants?.[key]?.controls?.[controlId])]) {
        const row = rowOf(this.#knowledge, id, controlId, variant);
        const model = (variant && service.variants?.[variant]?.model) || service.model;
        if (!row || !isStated(row)) continue;
        if (row.owner === rowOfModel(this.#knowledge, model, controlId).owner) continue;
        const ref = this.serviceRef({ id, ...(variant && { variant }) });
        if (ref) differing.push({ service: ref, row });
      }
    }
    this.#differing.set(controlId, differing);
    return differing;
  }
}

const MAX_COMPARED = 3;

const openService = ({ id, variant, name }: ServiceRef, label = name): Next => ({ label, pick: { open: 'service', id, ...(variant && { variant }) } });

import type { Knowledge } from './load.js';
import type { Control, ModelId, Owner, Part, Service, StatedRow } from './schema.js';

/** Which rule decided a row: the most particular statement wins. */
export type Rule =
  | { by: 'variant'; service: string; variant: string }
  | { by: 'service'; service: string }
  | { by: 'model'; model: ModelId }
  | { by: 'control' };

/** Who owns a control, what each side does, and why we say so. */
export interface Row {
  owner: Owner;
  aws?: string;
  customer?: string;
  mind?: string;
  because: Rule;
  sources: readonly string[];
  /** When the sources were read: YYYY-MM-DD. */
  read: string;
  /** No page was opened for it yet. */
  unverified?: true;
  parts: readonly Part[];
}

/** The owner inside a sentence. */
export const WHO = { aws: "AWS's", customer: 'yours', shared: 'shared' } as const satisfies Record<Owner, string>;

/** What the service says itself, as against what holds for every service of its model. */
export function isStated({ because }: Row): boolean {
  return because.by === 'service' || because.by === 'variant';
}

/**
 * Who owns a control for a service, in a variant of it where one is given.
 * Order: variant, then service, then service model, then the control in general.
 * @returns undefined if the control has no meaning for the service
 * @throws {RangeError} if there is no such service, variant or control: ids come from the knowledge itself
 */
export function rowOf(knowledge: Knowledge, serviceId: string, controlId: string, variantId?: string): Row | undefined {
  const service = knowledge.services.get(serviceId);
  const control = knowledge.controls.get(controlId);
  if (!service) throw new RangeError(`no service "${serviceId}"`);
  if (!control) throw new RangeError(`no control "${controlId}"`);
  const variant = variantId === undefined ? undefined : service.variants?.[variantId];
  if (variantId !== undefined && !variant) throw new RangeError(`no variant "${variantId}" of "${serviceId}"`);

  const stated = variant?.controls?.[controlId];
  if (stated === 'none') return undefined;
  if (stated && variantId !== undefined) return fromStated(stated, { by: 'variant', service: serviceId, variant: variantId }, service.read);
  if (variant?.service) return rowOf(knowledge, variant.service, controlId);

  const own = service.controls?.[controlId];
  if (own === 'none') return undefined;
  const model = variant?.model ?? service.model;
  // What the service says was said of its own model: a variant of another model does not inherit it.
  if (own && model === service.model) return fromStated(own, { by: 'service', service: serviceId }, service.read);
  if (!hasMeaning(control, service)) return undefined;
  return rowOfModel(knowledge, model, controlId);
}

/** Who owns a control for any service of a model. */
export function rowOfModel(knowledge: Knowledge, model: ModelId, controlId: string): Row {
  const control = knowledge.controls.get(controlId);
  if (!control) throw new RangeError(`no control "${controlId}"`);
  const { read, sources, controls } = knowledge.models[model];
  const stated = controls[controlId];
  if (stated === undefined) return generalRow(control);
  const halves = typeof stated === 'string' ? { owner: stated, ...halvesFor(stated, control) } : stated;
  return {
    ...pickHalves(halves),
    because: { by: 'model', model },
    sources: (typeof stated === 'string' ? undefined : stated.sources) ?? (control.sources.length > 0 ? control.sources : sources),
    read,
    parts: [],
  };
}

/** Who owns a control in general, without a service. */
export function generalRow(control: Control): Row {
  return { ...pickHalves(control), because: { by: 'control' }, sources: control.sources, read: control.read, parts: [] };
}

/** Whether the control has a meaning for the service at all. */
export function hasMeaning(control: Control, service: Service): boolean {
  return !control.needs || control.needs.some((trait) => service.traits.includes(trait));
}

function fromStated(row: StatedRow, because: Rule, read: string): Row {
  return { ...pickHalves(row), because, sources: row.sources, read: row.read ?? read, parts: row.parts ?? [], ...(row.unverified && { unverified: true }) };
}

/** The general halves of a control, as far as they belong to an owner: a customer's row says nothing of AWS. */
function halvesFor(owner: Owner, control: Control): Pick<Control, 'aws' | 'customer' | 'mind'> {
  return {
    ...(owner !== 'customer' && control.aws && { aws: control.aws }),
    ...(owner !== 'aws' && control.customer && { customer: control.customer }),
    ...(owner === control.owner && control.mind && { mind: control.mind }),
  };
}

function pickHalves({ owner, aws, customer, mind }: Pick<StatedRow, 'owner' | 'aws' | 'customer' | 'mind'>) {
  return { owner, ...(aws && { aws }), ...(customer && { customer }), ...(mind && { mind }) };
}

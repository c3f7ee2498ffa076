import type { ServiceRows } from '../schema.js';
import type { Found, Rule } from './rule.js';

/** Every id that an entry mentions is the id of an entry. */
export const knownIds: Rule = {
  name: 'known-ids',
  level: 'error',
  *check({ models, controls, services, concepts }) {
    const rows = function* (file: string, path: PropertyKey[], given: ServiceRows | undefined): Iterable<Found> {
      for (const id of Object.keys(given ?? {})) {
        if (!controls.has(id))
          yield { file, path: [...path, id], problem: `there is no control "${id}"`, fix: 'use the name of a file in knowledge/controls/' };
      }
    };
    for (const [id, model] of Object.entries(models)) {
      const file = `models/${id}.yml`;
      for (const control of Object.keys(model.controls)) {
        if (!controls.has(control))
          yield { file, path: ['controls', control], problem: `there is no control "${control}"`, fix: 'use the name of a file in knowledge/controls/' };
      }
      for (const control of controls.keys()) {
        if (!model.controls[control])
          yield {
            file,
            path: ['controls'],
            problem: `the control "${control}" is not answered for this model`,
            fix: `add "${control}: aws", "customer" or "shared"`,
          };
      }
    }
    for (const [id, service] of services) {
      const file = `services/${id}.yml`;
      yield* rows(file, ['controls'], service.controls);
      const successor = service.lifecycle?.successor;
      if (successor && !services.has(successor))
        yield { file, path: ['lifecycle', 'successor'], problem: `there is no service "${successor}"`, fix: 'use the name of a file in knowledge/services/' };
      for (const [variantId, variant] of Object.entries(service.variants ?? {})) {
        yield* rows(file, ['variants', variantId, 'controls'], variant.controls);
        if (variant.service && !services.has(variant.service))
          yield {
            file,
            path: ['variants', variantId, 'service'],
            problem: `there is no service "${variant.service}"`,
            fix: 'use the name of a file in knowledge/services/',
          };
      }
    }
    for (const [id, concept] of concepts) {
      for (const [index, see] of (concept.see ?? []).entries()) {
        if (!controls.has(see) && !services.has(see) && !concepts.has(see))
          yield {
            file: `concepts/${id}.yml`,
            path: ['see', index],
            problem: `nothing has the id "${see}"`,
            fix: 'use the id of a control, service or concept',
          };
      }
    }
  },
};

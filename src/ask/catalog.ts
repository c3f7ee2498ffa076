import { createHash } from 'node:crypto';
import type { Knowledge } from '../knowledge/load.js';
import { rowOfModel } from '../knowledge/ownership.js';
import { Category, ModelId, type Owner } from '../knowledge/schema.js';
import { type Complete, createComplete } from './complete.js';
import { type Bot, createBot } from './index.js';

/** What there is to ask about: for menus, for typeahead and for an overview. */
export interface Catalog {
  complete: Complete;
  /** In the order of their names, without empty ones. */
  categories: { category: Category; services: { id: string; name: string }[] }[];
  controls: { id: string; title: string }[];
  concepts: number;
  /** The layers of the model from the data down to the building: who owns each, model by model. */
  layers: { title: string; owners: Record<ModelId, Owner> }[];
  /** Changes whenever an entry does. */
  readonly version: string;
  /** The earliest and the latest day on which a source was read. */
  read: { first: string; last: string };
}

/** The knowledge of the moment, ready to answer from. A reload replaces both together. */
export interface Library {
  readonly bot: Bot;
  readonly catalog: Catalog;
}

/** Controls that stand for a layer each, from the top down, with the short name of the layer. */
const LAYERS = [
  ['customer-data', 'Your data'],
  ['access-permissions', 'Who may access it'],
  ['application-code', 'Your code'],
  ['network-configuration', 'Network settings'],
  ['engine-patching', 'Platform and engine'],
  ['guest-os-patching', 'Operating system'],
  ['host-virtualization', 'Virtualization'],
  ['hardware-lifecycle', 'Hardware'],
  ['physical-security', 'Buildings'],
] as const;

/**
 * Builds the bot and the catalog from the same knowledge.
 * @param wrap makes of the bot the one that answers
 */
export function openLibrary(knowledge: Knowledge, wrap = (bot: Bot): Bot => bot): Library {
  // Nobody needs the catalog before somebody opens a menu or the Home tab.
  let catalog: Catalog | undefined;
  return {
    bot: wrap(createBot(knowledge)),
    get catalog() {
      catalog ??= createCatalog(knowledge);
      return catalog;
    },
  };
}

function createCatalog(knowledge: Knowledge): Catalog {
  const { services, controls, concepts, models } = knowledge;
  const named = [...services].map(([id, { name, category }]) => ({ id, name, category })).sort((a, b) => a.name.localeCompare(b.name));
  const days = [...services.values(), ...controls.values(), ...concepts.values(), ...Object.values(models)].map(({ read }) => read).sort();
  const owners = (id: string): Record<ModelId, Owner> => {
    const [infrastructure, container, abstract] = ModelId.options.map((model) => rowOfModel(knowledge, model, id).owner);
    return { infrastructure: infrastructure ?? 'shared', container: container ?? 'shared', abstract: abstract ?? 'shared' };
  };
  // Both take a while.
  let complete: Complete | undefined;
  let version: string | undefined;
  return {
    complete: (text) => {
      complete ??= createComplete(knowledge);
      return complete(text);
    },
    categories: Category.options
      .map((category) => ({ category, services: named.filter((service) => service.category === category).map(({ id, name }) => ({ id, name })) }))
      .filter(({ services }) => services.length > 0),
    controls: [...controls].map(([id, { title }]) => ({ id, title })).sort((a, b) => a.title.localeCompare(b.title)),
    concepts: concepts.size,
    layers: LAYERS.filter(([id]) => controls.has(id)).map(([id, title]) => ({ title, owners: owners(id) })),
    get version() {
      version ??= createHash('sha256')
        .update(JSON.stringify([models, [...controls], [...services], [...concepts]]))
        .digest('hex')
        .slice(0, 7);
      return version;
    },
    read: { first: days[0] ?? '', last: days.at(-1) ?? '' },
  };
}

/** The library that is current at each moment, for those who hold on to it while it is replaced. */
export function latest(holder: { readonly current: Library }): Library {
  return {
    get bot() {
      return holder.current.bot;
    },
    get catalog() {
      return holder.current.catalog;
    },
  };
}

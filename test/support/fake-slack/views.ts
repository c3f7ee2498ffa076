import type { Json } from './route.js';

/** A modal or a Home tab that an app opened. */
export interface View {
  id: string;
  /** Whose Home tab; modals belong to who caused them. */
  user?: string;
  content: Json;
}

/** True for a modal or a Home tab, as against a message. */
export const isView = (target: object): target is View => 'content' in target;

/** The modals and Home tabs of an app. A trigger opens one modal, and only once. */
export class Views {
  readonly shown: View[] = [];
  readonly #triggers = new Set<string>();

  trust(triggerId: string): string {
    this.#triggers.add(triggerId);
    return triggerId;
  }

  open(triggerId: unknown, content: Json): Json {
    if (typeof triggerId !== 'string' || !this.#triggers.delete(triggerId)) return { ok: false, error: 'invalid_trigger_id' };
    return this.#show({ id: `V${this.shown.length + 1}`, content });
  }

  update(id: unknown, content: Json): Json {
    const view = this.shown.find((candidate) => candidate.id === id);
    if (!view) return { ok: false, error: 'not_found' };
    view.content = content;
    return { ok: true, view: { id: view.id, ...content } };
  }

  publish(user: unknown, content: Json): Json {
    if (typeof user !== 'string') return { ok: false, error: 'user_not_found' };
    const home = this.home(user);
    return home ? this.update(home.id, content) : this.#show({ id: `V${this.shown.length + 1}`, user, content });
  }

  /** The Home tab of a person, once the app has drawn it. */
  home(user: string): View | undefined {
    return this.shown.find((view) => view.user === user);
  }

  /** The modal that was opened last. */
  get modal(): View | undefined {
    return this.shown.findLast((view) => view.user === undefined);
  }

  #show(view: View): Json {
    this.shown.push(view);
    return { ok: true, view: { id: view.id, ...view.content } };
  }
}

import type { Json } from './route.js';

/** A modal or a Home tab that an app opened. */
export interface View {
  id: string;
  /** Whose Home tab; modals belong to who caused them. */
  user?: string;
  content: Json;
}

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
    const home = this.shown.find((view) => view.user === user);
    return home ? this.update(home.id, content) : this.#show({ id: `V${this.shown.length + 1}`, user, content });
  }

  #show(view: View): Json {
    this.shown.push(view);
    return { ok: true, view: { id: view.id, ...view.content } };
  }
}

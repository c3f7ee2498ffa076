import { type Library, latest, openLibrary } from '../ask/catalog.js';
import { formatFinding, KnowledgeError } from '../knowledge/finding.js';
import type { Knowledge } from '../knowledge/load.js';
import { inspectKnowledge } from '../knowledge/parse.js';
import { Reloadable } from '../knowledge/reload.js';
import { watchKnowledge } from '../knowledge/watch.js';
import type { State } from './state.js';

/** Knowledge that is loaded again whenever a file is saved. With a mistake in it, the last good one goes on answering. */
export class EditedKnowledge {
  readonly #libraries: Reloadable<Library>;
  readonly #dir: string;
  #good: Knowledge;
  #warnings: string[] = [];

  /** @throws {KnowledgeError} if there is a mistake at the start: then nothing could answer */
  constructor(dir: string) {
    this.#dir = dir;
    this.#good = this.#load();
    this.#libraries = new Reloadable(this.#good, {
      load: () => this.#load(),
      build: openLibrary,
      onOutcome: (outcome) => {
        if (outcome.outcome === 'loaded') this.#good = outcome.knowledge;
      },
    });
  }

  /** @returns a function that ends it */
  watch(): () => void {
    return watchKnowledge(this.#dir, () => void this.#libraries.reload());
  }

  /** Whatever was loaded last. */
  get library(): Library {
    return latest(this.#libraries);
  }

  get status(): State['knowledge'] {
    const { loaded, refused } = this.#libraries;
    const { services, controls } = this.#good;
    return {
      services: services.size,
      controls: controls.size,
      loaded: loaded.toISOString(),
      mistakes: refused?.mistakes ?? [],
      warnings: this.#warnings,
    };
  }

  #load(): Knowledge {
    const { knowledge, findings } = inspectKnowledge(this.#dir);
    const errors = findings.filter(({ level }) => level === 'error');
    if (!knowledge || errors.length > 0) throw new KnowledgeError(errors);
    this.#warnings = findings.map(formatFinding);
    return knowledge;
  }
}

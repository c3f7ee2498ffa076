/** What an operator sees of the process, and how new knowledge gets into it. */
import { webApi } from '@slack/bolt';
import { type Library, latest, openLibrary } from './ask/catalog.js';
import { remembering } from './ask/remember.js';
import { healthRoutes, metricsRoute, type Report, serveHealth } from './health.js';
import type { Knowledge } from './knowledge/load.js';
import { loadKnowledgeAside } from './knowledge/load-aside.js';
import { type Outcome, Reloadable } from './knowledge/reload.js';
import { watchKnowledge } from './knowledge/watch.js';
import type { Logger } from './log.js';
import { createMetrics, type Metrics } from './metrics.js';
import { signals } from './slack/signals.js';

interface Settings {
  knowledgeDir: string;
  watchKnowledge: boolean;
  healthPort?: number;
}

/** The state of the process, for `/readyz` and the metrics. */
export class Operations {
  readonly metrics = createMetrics();
  readonly healthRoutes = healthRoutes(() => this.report());
  readonly #libraries: Reloadable<Library>;
  readonly #settings: Settings;
  readonly #log: Logger;
  #slack: Report['slack'] = 'connecting';

  constructor(first: Knowledge, settings: Settings, log: Logger) {
    this.#settings = settings;
    this.#log = log;
    this.#libraries = new Reloadable(first, {
      load: () => loadKnowledgeAside(settings.knowledgeDir),
      build: (knowledge) => openLibrary(knowledge, remembering),
      onOutcome: (outcome) => this.#note(outcome),
    });
    count(this.metrics);
  }

  /** Answers from the knowledge that was loaded last. */
  get library(): Library {
    return latest(this.#libraries);
  }

  /** Serves health and metrics, and loads knowledge again on SIGHUP, and when files change if that is wanted. */
  async start(): Promise<void> {
    const { healthPort, knowledgeDir, watchKnowledge: isWatched } = this.#settings;
    const reload = () => void this.#libraries.reload();
    process.on('SIGHUP', reload);
    if (isWatched) watchKnowledge(knowledgeDir, reload);
    if (healthPort !== undefined) await serveHealth(healthPort, [...this.healthRoutes, metricsRoute(this.metrics.page)], this.#log);
  }

  /** To be called when the connection to Slack comes or goes. */
  readonly connected = (isConnected: boolean): void => {
    this.metrics.connected(isConnected);
    if (this.#slack !== 'stopping') this.#slack = isConnected ? 'connected' : 'connecting';
  };

  /** From now on the bot is not ready: it answers what it has accepted, and ends. */
  stopping(): void {
    this.#slack = 'stopping';
  }

  report(): Report {
    const { loaded, refused } = this.#libraries;
    return {
      slack: this.#slack,
      knowledge: { loaded: loaded.toISOString(), ...(refused && { refused: { at: refused.at.toISOString(), mistakes: refused.mistakes } }) },
    };
  }

  #note(outcome: Outcome): void {
    this.metrics.reloaded(outcome.outcome);
    if (outcome.outcome === 'loaded') {
      const { knowledge, ms } = outcome;
      this.#log.info({ services: knowledge.services.size, controls: knowledge.controls.size, concepts: knowledge.concepts.size, ms }, 'knowledge loaded again');
    } else this.#log.error({ mistakes: outcome.mistakes }, 'the new knowledge has mistakes and is not used; the old goes on answering');
  }
}

function count(metrics: Metrics): void {
  signals.on('answered', (answer) => metrics.answered(answer));
  signals.on('feedback', (value) => metrics.feedback(value));
  signals.on('failed', (error) => metrics.failed(reasonOf(error)));
}

/** Slack's own word for it, or the class of the error. */
function reasonOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  return error instanceof Error ? error.name : 'unknown';
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the process counts. Labels are words of the code, never ids or text of people: their number stays small. */
export interface Metrics {
  /** An answer was sent. `reason` says why, where it was not known. */
  answered(answer: { kind: string; surface: string; ms: number; reason?: string | undefined }): void;
  /** A question was accepted, and no answer was sent. */
  failed(reason: string): void;
  feedback(value: string): void;
  /** A request to Slack did not succeed at once. */
  slackError(method: string, reason: string): void;
  connected(isConnected: boolean): void;
  reloaded(outcome: 'loaded' | 'refused'): void;
}

/** The numbers in the text form that Prometheus reads. */
export interface MetricsPage {
  type: string;
  text(): Promise<string>;
}

/** Counters for one process, and the page that shows them, with the usual ones of Node.js beside them. */
export function createMetrics(): Metrics & { page: MetricsPage } {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: L[] = []) => new Counter({ name, help, labelNames, registers });

  const answers = counter('srm_answers_total', 'Answers sent, by kind of answer and by the way the question came', ['kind', 'surface']);
  const unknowns = counter('srm_unknown_questions_total', 'Questions without an answer in the knowledge, by reason', ['reason']);
  const failures = counter('srm_failed_questions_total', 'Questions that were accepted and not answered, by the error', ['reason']);
  const feedback = counter('srm_feedback_total', 'Clicks on the feedback buttons, by value', ['value']);
  const slackErrors = counter('srm_slack_api_errors_total', 'Requests to Slack that did not succeed at once, by method and reason', ['method', 'reason']);
  const reloads = counter('srm_knowledge_reloads_total', 'Attempts to load changed knowledge, by outcome', ['outcome']);
  const connected = new Gauge({ name: 'srm_slack_connected', help: '1 while Slack can reach this process, else 0', registers });
  const seconds = new Histogram({
    name: 'srm_answer_seconds',
    help: "From the question's arrival at the listener until Slack took the answer",
    labelNames: ['surface'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10],
    registers,
  });

  return {
    answered({ kind, surface, ms, reason }) {
      answers.inc({ kind, surface });
      seconds.observe({ surface }, ms / 1000);
      if (reason) unknowns.inc({ reason });
    },
    failed: (reason) => failures.inc({ reason }),
    feedback: (value) => feedback.inc({ value }),
    slackError: (method, reason) => slackErrors.inc({ method, reason }),
    connected: (isConnected) => connected.set(isConnected ? 1 : 0),
    reloaded: (outcome) => reloads.inc({ outcome }),
    page: { type: registry.contentType, text: () => registry.metrics() },
  };
}

import type { Explanation } from '../ask/explanation.js';
import { toText } from './text.js';

/** What was understood of a question, and which rule decided: for `srm explain`. */
export function toExplanation({ answer, services, duties, concepts, cues, off, coverage, leaning }: Explanation): string {
  const scored = (list: readonly { name: string; score: number; terms: readonly string[] }[]) =>
    list.map(({ name, score, terms }) => `  ${score.toFixed(2)}  ${name}  [${terms.join(', ')}]`);
  return [
    `services   ${services.join(', ') || 'none'}`,
    `cues       ${cues.join(', ') || 'none'}${off ? ` · set aside as ${off}` : ''} · ${Math.round(coverage * 100)} % of the words understood`,
    `wording    ${Object.entries(leaning)
      .sort(([, a], [, b]) => b - a)
      .map(([side, likelihood]) => `${side} ${Math.round(likelihood * 100)} %`)
      .join(', ')}`,
    'duties',
    ...scored(duties),
    ...(concepts.length > 0 ? ['explanations', ...scored(concepts)] : []),
    '',
    toText(answer),
  ].join('\n');
}

/** `npm run eval [-- --data FOLDER] [--failures]`: how many questions of a folder the bot answers right. The folder is test/questions unless another is named. */
import { parseArgs } from 'node:util';
import { createBot } from '../src/ask/index.js';
import { loadKnowledge } from '../src/knowledge/load.js';
import { Owner } from '../src/knowledge/schema.js';
import { toRecord } from '../src/render/record.js';
import { type Judgement, judgeAll } from '../test/questions/judge.js';

const { values } = parseArgs({ options: { data: { type: 'string', default: 'test/questions' }, failures: { type: 'boolean', default: false } } });
const bot = createBot(await loadKnowledge('knowledge'));
const judged = judgeAll(values.data, (text) => toRecord(bot.ask(text)));
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(whole, 1)).toFixed(1)}%`;

for (const { set, text, judgement, owner, got } of judged) {
  if (!values.failures || judgement === 'right') continue;
  const { kind, owner: given, services, controls } = got;
  console.log(
    JSON.stringify({
      set,
      judgement,
      text: text.slice(0, 120),
      ...(owner && { owner }),
      got: { kind, owner: given, services: services.map(({ id }) => id), controls: controls.map(({ id }) => id) },
    }),
  );
}
for (const set of new Set(judged.map((one) => one.set))) {
  const of = judged.filter((one) => one.set === set);
  const share = (wanted: Judgement) => percent(of.filter(({ judgement }) => judgement === wanted).length, of.length);
  console.log(`${set.padEnd(11)} right ${share('right')}  no commitment ${share('none')}  wrong ${share('wrong')}  of ${of.length}`);
}
const recall = Owner.options.map((wanted) => {
  const of = judged.filter(({ owner }) => owner === wanted);
  return `${wanted} ${percent(of.filter(({ judgement }) => judgement === 'right').length, of.length)}`;
});
console.log(`recall      ${recall.join('  ')}`);

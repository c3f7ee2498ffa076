import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Pick } from '../../src/ask/answer.js';
import { contextOf, createBot } from '../../src/ask/index.js';
import { packPick, unpackPick } from '../../src/ask/pick.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { toMessage } from '../../src/render/message.js';
import { toRecord } from '../../src/render/record.js';

const knowledge = await loadKnowledge('knowledge');
const bot = createBot(knowledge);
const ask = (text: string) => toRecord(bot.ask(text));

describe('kinds of answers', () => {
  test.each([
    ['s3', 'service'],
    ['who patches the OS on RDS?', 'verdict'],
    ['patching', 'control'],
    ['compare ec2 rds lambda', 'comparison'],
    ['what are inherited controls?', 'concept'],
    ['help', 'help'],
    ['', 'help'],
    ['who patches azure vms', 'unknown'],
    ['what is for lunch', 'unknown'],
  ])('%s is answered by a %s', (text, kind) => {
    expect(ask(text).kind).toBe(kind);
  });
});

describe('more than one at a time', () => {
  test('each service named gets its own verdict', () => {
    const answer = bot.ask('who patches the os on rds and ec2?');
    expect(answer.kind === 'verdict' && answer.verdicts.map(({ service, owner }) => `${service?.id} ${owner}`)).toEqual(['rds aws', 'ec2 customer']);
    expect(toRecord(answer).owner).toBeNull();
  });

  test.each([
    ['who patches rds and lambda?', ['rds shared patch-management', 'lambda aws patch-management']],
    ['is encryption on s3 and dynamodb ours?', ['s3 shared encryption-at-rest', 'dynamodb aws encryption-at-rest']],
    ['ec2 vs fargate patching', ['ec2 shared patch-management', 'fargate shared patch-management']],
  ])('%s', (text, expected) => {
    const answer = bot.ask(text);
    expect(answer.kind === 'verdict' && answer.verdicts.map(({ service, owner, control }) => `${service?.id} ${owner} ${control.id}`)).toEqual(expected);
  });

  test('services that agree have one owner', () => {
    expect(ask('who patches the os under dynamodb, s3?')).toMatchObject({ owner: 'aws', services: [{ id: 'dynamodb' }, { id: 's3' }] });
  });
});

test('words that mean the whole control are not answered with one of its parts', () => {
  expect(ask('who patches the os of ec2 instances?').controls[0]?.title).toBe('Guest OS patching');
});

describe('two duties named together', () => {
  test("are shared where one is AWS's and the other the customer's, each with its own half", () => {
    const { owner, text } = ask('storage hardware plus access policies of Amazon S3');
    expect(owner).toBe('shared');
    expect(text).toMatch(/^AWS .*replaces the hardware/m);
    expect(text).toMatch(/^You .*who may read and write/m);
  });

  test('are the shared control that both belong to', () => {
    expect(ask('training of AWS employees and of customer employees')).toMatchObject({ owner: 'shared', controls: [{ id: 'awareness-training' }] });
  });

  test.each([
    ['who replaces broken disks and wipes them?', 'aws'],
    ['who chooses between License Included and BYOL on RDS for Oracle?', 'customer'],
    ['guest patches and antivirus on ec2, whose?', 'customer'],
  ])("have one owner where both are the same side's: %s", (text, owner) => {
    expect(ask(text).owner).toBe(owner);
  });
});

describe('a question that wants something explained', () => {
  test.each(['inherited = ?', 'security "in" the cloud = ?', 'nacl explained - and who sets it'])('%s', (text) => {
    expect(ask(text).kind).toBe('concept');
  });

  test("is answered without a word of the explanation's name", () => {
    expect(ask('in which ways is the cloud like renting a flat')).toMatchObject({ kind: 'concept' });
  });

  test('gets a choice where none is likely enough, each with the words that brought it up', () => {
    const answer = bot.ask('can you explain the part about offices');
    if (answer.kind !== 'suggestions') throw new Error(`a ${answer.kind}`);
    expect(answer.options.length).toBeLessThanOrEqual(3);
    for (const { pick, reason } of answer.options) {
      expect(pick.open).toBe('concept');
      expect(reason).toMatch(/"offices"/);
    }
  });
});

test('what the build filed answers as the knowledge itself does', () => {
  const { filed, ...unfiled } = knowledge;
  expect(filed).toBeDefined();
  const slow = createBot(unfiled);
  const sets = ['services', 'statements', 'negatives', 'concepts'].flatMap((set) => readFileSync(`test/questions/${set}.jsonl`, 'utf8').trim().split('\n'));
  const sampled = sets.filter((_, index) => index % 20 === 0).map((line): string => JSON.parse(line).text);
  for (const text of [
    'who patches rds',
    'secrity groups',
    'AWS Single Sign-On',
    'elastic cache backups',
    'what is inherited',
    'garbage in the database, wrong figures',
    ...sampled,
  ])
    expect(toRecord(slow.ask(text))).toEqual(ask(text));
});

describe('what looks like a name, or not', () => {
  test.each([
    ['does AWS support HIPAA?', undefined],
    ['which standards Amazon supports', undefined],
    ['who answers AWS Support cases?', 'support'],
    ['who runs the edge locations?', undefined],
    ['who runs Amazon Location Service?', 'location-service'],
  ])('%s names %s', (text, id) => {
    expect(ask(text).services[0]?.id).toBe(id);
  });
});

test("what a service says in general holds for a variant with the same owner, and not for one with another's", () => {
  expect(ask('who patches the host AMI of ECS on EC2?')).toMatchObject({ owner: 'customer', services: [{ id: 'ecs' }] });
  expect(ask('who patches the host AMI of ECS on Fargate?').owner).not.toBe('customer');
});

describe('a claim is answered with yes or no first', () => {
  test.each([
    ['is it true that AWS patches the guest OS of my EC2 instances?', 'No.'],
    ['AWS patches the hypervisor, right?', 'Yes.'],
    ["isn't encryption at rest AWS's job?", 'No, not AWS alone.'],
    ["isn't encryption AWS's job?", 'No, not AWS alone.'],
    ["we don't have to back up RDS, right?", 'Yes.'],
    ['do we have to train our own staff?', 'Yes.'],
  ])('%s %s', (text, reply) => {
    expect(ask(text).text.split('\n')[0]).toBe(reply);
  });
});

describe('follow-ups', () => {
  const followUp = (first: string, second: string) => toRecord(bot.ask(second, contextOf(bot.ask(first)) ?? {}));

  test('"and ec2?" keeps the control', () => {
    expect(followUp('who patches the os on rds?', 'and ec2?')).toMatchObject({
      kind: 'verdict',
      owner: 'customer',
      services: [{ id: 'ec2' }],
      controls: [{ id: 'guest-os-patching' }],
    });
  });

  test('"who encrypts it?" keeps the service', () => {
    expect(followUp('s3', 'who encrypts it?')).toMatchObject({ kind: 'verdict', services: [{ id: 's3' }] });
  });

  test('a context of ids that are gone is no context', () => {
    expect(toRecord(bot.ask('who encrypts it?', { service: 'gone', control: 'gone' })).services).toEqual([]);
  });
});

describe('text of any kind', () => {
  const valid = (answer: Answer) => {
    const { text, blocks } = toMessage(answer);
    return text.length > 0 && text.length <= 4000 && blocks.length > 0 && blocks.length <= 50 && !/<[!@#]/.test(JSON.stringify(blocks));
  };

  test('any text gets a valid answer that pings nobody', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => valid(bot.ask(text))),
      { numRuns: 300 },
    );
  });

  test('any mix of our own words gets a valid answer', () => {
    const words = [
      's3',
      'rds',
      'who',
      'patches',
      'the',
      'os',
      '<!channel>',
      '&amp;',
      'aws',
      'our',
      'encryption',
      'backup',
      'vs',
      '?',
      '"',
      '🤝',
      '\u202e',
      '<@U1>',
      'ec2',
      'or',
      'both',
      'not',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (list) => valid(bot.ask(list.join(' ')))),
      { numRuns: 500 },
    );
  });

  test.each([
    ['one word', 'a'.repeat(10_000)],
    ['one letter and spaces', 'a '.repeat(5_000)],
    ['a question over and over', 'who patches the os of our rds instances? '.repeat(250)],
    ['words that begin patterns', 'from both not isnt we dont our aws '.repeat(290)],
    ['slashes', 'rds/'.repeat(2_500)],
    ['misspellings', 'encrytpion dyanmodb hypervsior '.repeat(320)],
    ['brackets', '('.repeat(10_000)],
    ['markup', '<@U1><!here>'.repeat(830)],
  ])('10,000 characters of %s are answered', (_what, text) => {
    expect(valid(bot.ask(text))).toBe(true);
  });

  const QUESTIONS = [
    'who patches the os on rds?',
    'is the hypervisor aws or us',
    's3 bucket policies',
    'who replaces broken disks in the data center',
    'who rotates our access keys',
    'ec2 backups',
  ];
  test('politeness, case and punctuation never change the owner', () => {
    const decorate = fc.record({
      question: fc.constantFrom(...QUESTIONS),
      before: fc.constantFrom('', 'hi, ', 'Hello team, ', 'hey ', 'quick question: ', '<@U0BOT> '),
      after: fc.constantFrom('', '!', '??', ' please', ' pls', ' thanks', ' thx :pray:'),
      upper: fc.boolean(),
    });
    fc.assert(
      fc.property(decorate, ({ question, before, after, upper }) => {
        const plain = ask(question);
        const decorated = ask(`${before}${upper ? question.toUpperCase() : question}${after}`);
        return plain.owner !== null && decorated.owner === plain.owner;
      }),
    );
  });
});

describe('buttons', () => {
  const picks: Pick[] = [
    ...[...knowledge.services.keys()].map((id) => ({ open: 'service', id }) as const),
    ...[...knowledge.controls.keys()].map((id) => ({ open: 'control', id }) as const),
    ...[...knowledge.concepts.keys()].map((id) => ({ open: 'concept', id }) as const),
    { open: 'comparison', ids: ['ec2', 'rds', 'lambda'] },
    { open: 'row', service: 'rds', control: 'backup' } as const,
    { open: 'help' } as const,
  ];

  test('what is packed is unpacked, fits Slack, and opens', () => {
    for (const pick of picks) {
      const packed = packPick(pick);
      expect(packed.length).toBeLessThanOrEqual(75);
      const unpacked = unpackPick(packed);
      expect(unpacked).toEqual(pick);
      if (unpacked) expect(bot.open(unpacked).kind).not.toBe('unknown');
    }
  });

  test('anything else is refused', () => {
    fc.assert(fc.property(fc.string(), (text) => unpackPick(`x${text}`) === undefined));
    expect(unpackPick('service:../etc')).toBeUndefined();
    expect(unpackPick(`service:${'a'.repeat(400)}`)).toBeUndefined();
  });

  test('an id that is gone is not known; one that was renamed is', () => {
    expect(bot.open({ open: 'service', id: 'gone' }).kind).toBe('unknown');
    expect(toRecord(bot.open({ open: 'service', id: 'ecs-fargate' })).services[0]?.id).toBe('fargate');
  });
});

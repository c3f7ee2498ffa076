import { expect, test } from 'vitest';
import { tokenize } from '../../src/ask/text.js';

const words = (text: string) => tokenize(text).map(({ word }) => word);

test.each([
  ['Who patches the OS on RDS?', ['who', 'patches', 'the', 'os', 'on', 'rds']],
  ['who’s on the hook, AWS’s side?', ['whos', 'on', 'the', 'hook', 'aws', 'side']],
  ["don't we own it", ['dont', 'we', 'own', 'it']],
  ['<@U123> <!channel> <#C1|general> s3 :rocket:', ['s3']],
  ['see <https://example.com/login|the guide> please', ['see', 'the', 'guide', 'please']],
  ['https://example.com/s3?x=1 ebs', ['ebs']],
  ['rds &amp; lambda', ['rds', 'lambda']],
  ['port open to 0.0.0.0/0', ['port', 'open', 'to', 'anywhere']],
  ['ＲＤＳ café', ['rds', 'cafe']],
  ['', []],
  ['…!?', []],
  ['Кто патчит RDS', ['кто', 'патчит', 'rds']],
])('%s', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('sentences and what is joined by a comma or slash', () => {
  expect(tokenize('We run it. Who patches rds / lambda?').map(({ word, sentence, joined }) => `${word}${sentence}${joined ? '+' : ''}`)).toEqual([
    'we0',
    'run0',
    'it0',
    'who1',
    'patches1',
    'rds1',
    'lambda1+',
  ]);
});

test('a text of any length is read up to a bound', () => {
  expect(tokenize('s3 '.repeat(100_000)).length).toBeLessThanOrEqual(300);
  expect(tokenize('x'.repeat(100_000))[0]?.word.length).toBeLessThanOrEqual(40);
});

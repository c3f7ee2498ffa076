import { expect, test } from 'vitest';
import { sourceHosts } from '../../../src/knowledge/lint/source-hosts.js';
import { knowledgeWith, TODAY } from '../../support/small-knowledge.js';

test.each([
  ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/security.html', []],
  ['https://aws.amazon.com/compliance/shared-responsibility-model/', []],
  ['https://repost.aws/knowledge-center/report-aws-abuse', []],
  ['https://example.com/aws', ['example.com is not a host that we cite']],
  ['https://docs.aws.amazon.com.example.com/x', ['docs.aws.amazon.com.example.com is not a host that we cite']],
  ['https://docs.aws.amazon.com/de_de/AmazonS3/latest/userguide/security.html', ['the address has a language in it']],
])('%s', (address, problems) => {
  expect([...sourceHosts.check(knowledgeWith({ foo: { sources: [address] } }), TODAY)].map(({ problem }) => problem)).toEqual(problems);
});

import { describe, expect, test } from 'vitest';
import { packPick } from '../../src/ask/pick.js';
import { realLibrary } from '../support/real-library.js';

const { complete } = realLibrary.catalog;
const first = (text: string) => complete(text)[0]?.options[0]?.label;

describe('completing', () => {
  test.each([
    ['s3', 'Amazon S3'],
    ['ec2', 'Amazon EC2'],
    // A short name of its own goes before names that begin with it.
    ['ecs', 'Amazon ECS'],
    ['lam', 'AWS Lambda'],
    ['amazon rds', 'Amazon RDS'],
    // Words in any order, and their beginnings.
    ['step func', 'AWS Step Functions'],
    ['gateway api', 'Amazon API Gateway'],
    // One slip.
    ['lamda', 'AWS Lambda'],
    ['cloudfromt', 'Amazon CloudFront'],
    ['kuberntes', 'Amazon EKS'],
    // A former name.
    ['quicksight', 'Amazon Quick'],
    ['guest os', 'Guest OS patching'],
    ['encryption at', 'Encryption at rest'],
  ])('%s: %s', (text, label) => {
    expect(first(text)).toBe(label);
  });

  test('groups what it finds, and each name is there once', () => {
    const groups = complete('encr');
    expect(groups.map(({ title }) => title)).toEqual([...new Set(groups.map(({ title }) => title))]);
    const names = groups.flatMap(({ options }) => options.map(({ pick }) => packPick(pick)));
    expect(names).toEqual([...new Set(names)]);
  });

  test('offers well-known names before anything is typed', () => {
    expect(first('')).toBe('Amazon EC2');
    expect(first(' ?')).toBe('Amazon EC2');
  });

  test.each(['zzzz', '日本語', 'x'.repeat(5000)])('finds nothing for %s', (text) => {
    expect(complete(text)).toEqual([]);
  });

  test('stays under a hundred options, each of which fits into a menu, in a few milliseconds', () => {
    const started = performance.now();
    const letters = [...'abcdefghijklmnopqrstuvwxyz', 'aws', 'amazon', 'a w', ''];
    for (const text of letters) {
      const options = complete(text).flatMap(({ options }) => options);
      expect(options.length).toBeLessThan(100);
      for (const { pick } of options) expect(packPick(pick).length).toBeLessThanOrEqual(75);
    }
    expect((performance.now() - started) / letters.length).toBeLessThan(300);
  });
});

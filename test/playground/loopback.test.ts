import { request } from 'node:http';
import { expect, test } from 'vitest';
import { servePage } from '../../src/playground/page-server.js';

const parts = { assets: new Map([['/', { type: 'text/html', body: 'page' }]]), state: () => never(), act: async () => ({}) };
const never = () => {
  throw new Error('not asked for');
};

/** The status that a request with these headers gets. */
const statusOf = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

test('the page is for this machine: other names and other sites are refused', async () => {
  const { server, url } = await servePage(0, parts);
  expect(server.address()).toMatchObject({ address: '127.0.0.1' });
  expect(await statusOf(url, {})).toBe(200);
  expect(await statusOf(url, { host: 'evil.example' })).toBe(403);
  expect(await statusOf(url, { origin: 'https://evil.example' })).toBe(403);
  server.close();
});

test('a port that is taken leads to another one', async () => {
  const first = await servePage(0, parts);
  const second = await servePage(Number(new URL(first.url).port), parts);
  expect(second.url).not.toBe(first.url);
  expect(await statusOf(second.url, {})).toBe(200);
  first.server.close();
  second.server.close();
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeScan, launchBrowser } from '../chromium.ts';

const PAGES: Record<string, string> = {
  '/goed': '<main><h1>Wie heeft mij vandaag nodig?</h1><p id="p"></p></main>',
  '/slecht': '<main><h1>Formulier</h1><input name="naam"><img src="data:,"></main>',
};

const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(
    `<!doctype html><html lang="nl"><title>Proef</title>${PAGES[request.url ?? ''] ?? ''}
    <script>document.querySelector('#p')?.append('Het script liep.')</script></html>`,
  );
});
let browser: Browser;
let origin: string;

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server.close();
});

async function open(address: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test('the browser shows a page, runs its script and has letters to draw with', async () => {
  const page = await open(`${origin}/goed`);
  expect(await page.textContent('h1')).toBe('Wie heeft mij vandaag nodig?');
  expect(await page.textContent('p')).toBe('Het script liep.');
  const heading = await page.locator('h1').boundingBox();
  expect(heading?.height).toBeGreaterThan(20);
  expect(await axeScan(page)).toEqual([]);
});

test('axe names what is wrong and where', async () => {
  const page = await open(`${origin}/slecht`);
  const found = await axeScan(page);
  expect(found).toEqual([
    expect.stringMatching(/^image-alt \(critical\): .+: img$/),
    expect.stringMatching(/^label \(critical\): .+: input$/),
  ]);
});

test('nothing but the loopback interface can be reached', async () => {
  await expect(open('http://example.org/')).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/);
});

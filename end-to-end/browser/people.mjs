import assert from 'node:assert/strict';

import axe from 'axe-core';
import { chromium } from 'playwright-core';

/** The Chromium that is on the machine, asking nobody outside it. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });

/** A new person at a page; whatever the page complains of fails the test. @param expected complaints that the test provokes, prepare what is done with the page before it is opened */
export async function visit(browser, address, { expected = /^$/, prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => message.type() === 'error' && !expected.test(message.text()) && complaints.push(message.text()));
  await prepare?.(page);
  await page.goto(address);
  return {
    context,
    page,
    async close() {
      await context.close();
      assert.deepEqual(complaints, [], 'the page complains');
    },
  };
}

/** What the WCAG's machine-checkable rules, levels A and AA, find wrong with what is on the page right now. */
export async function assertAccessible(page, state) {
  await settled(page);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`);
  });
  assert.deepEqual(violations, [], `${state} is not accessible`);
}

/** What is still fading in has too little contrast, but nobody is to read it yet; what moves for ever (a spinner) is not waited for. */
const settled = page =>
  page.evaluate(() => {
    const passing = document.getAnimations().filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime));
    return Promise.allSettled(passing.map(({ finished }) => finished));
  });

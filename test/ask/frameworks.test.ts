import { expect, test } from 'vitest';
import { createBot } from '../../src/ask/index.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { toRecord } from '../../src/render/record.js';

const bot = createBot(await loadKnowledge('knowledge'));

test.each([
  ['pci dss 9', 'PCI DSS v4.0.1 requirement 9', 'Physical security of facilities: AWS'],
  ['NIST PE-3', 'NIST SP 800-53 r5 PE-3', 'Physical security of facilities: AWS'],
  ['nist pe', 'NIST SP 800-53 r5 PE', 'Power, cooling and fire protection: AWS'],
  ['A.8.13', 'ISO/IEC 27001:2022 Annex A.8.13', 'Backup and retention: shared'],
  ['CCM DCS', 'CSA CCM v4 DCS', 'Physical security of facilities: AWS'],
  ['CIS control 11', 'CIS Controls v8 11', 'Backup and retention: shared'],
  ['soc 2 CC6.4', 'SOC 2 criterion CC6.4', 'Physical security of facilities: AWS'],
])('%s is %s', (text, title, control) => {
  const record = toRecord(bot.ask(text));
  expect(record.text.split('\n')[0]).toBe(title);
  expect(record.text).toContain(control);
  expect(record.owner).toBeNull();
});

test.each(['pci dss', 'iso 27001', 'soc 2', 'nist 800-53', 'A1 sauce', 'who does PE-3 of our building'])('%s names no requirement by itself', (text) => {
  expect(toRecord(bot.ask(text)).text).not.toMatch(/controls? answer/);
});

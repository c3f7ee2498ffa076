import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Shortcut } from './state.js';

const Manifest = z.object({
  features: z.object({
    shortcuts: z.array(z.object({ name: z.string(), callback_id: z.string(), type: z.enum(['global', 'message']) })).default([]),
  }),
});

/** What Slack's menus offer: the shortcuts that the manifest declares. */
export function readShortcuts(): Shortcut[] {
  const { features } = Manifest.parse(parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8')));
  return features.shortcuts.map(({ name, callback_id, type }) => ({ name, id: callback_id, type }));
}

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A file of the page. */
export interface Asset {
  type: string;
  body: string | Uint8Array;
}

const TYPES: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' };

/** Builds the page, in memory: nothing is written, and nothing of it can be published by mistake. */
export async function bundlePage(): Promise<Map<string, Asset>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('page', import.meta.url)),
    build: { write: false, chunkSizeWarningLimit: 5000 },
  });
  const assets = new Map<string, Asset>();
  for (const output of [built].flat()) {
    if (!('output' in output)) continue;
    for (const file of output.output) {
      const type = TYPES[file.fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      assets.set(`/${file.fileName}`, { type, body: file.type === 'chunk' ? file.code : file.source });
    }
  }
  const index = assets.get('/index.html');
  if (index) assets.set('/', index);
  return assets;
}

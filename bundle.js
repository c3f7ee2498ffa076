/** The first step of the build. In few files the process starts in three quarters of the time that a hundred modules of ours, and those of libraries, take to load. */
import { build } from 'rolldown';

await build({
  input: {
    main: 'src/main.ts',
    cli: 'src/cli.ts',
    compile: 'src/compile.ts',
    check: 'src/knowledge/check.ts',
    'json-schema': 'src/knowledge/json-schema.ts',
    new: 'src/knowledge/new.ts',
    // A thread starts at a file of its own.
    'load-aside': 'src/knowledge/load-aside.ts',
  },
  platform: 'node',
  // Slack's libraries, and the log's, read files that lie beside them.
  external: [/^@slack\//, 'pino'],
  // Names without a hash: a build replaces what the last one wrote, under the feet of nobody who starts the bot meanwhile.
  output: { dir: 'dist', chunkFileNames: '[name].js', sourcemap: true },
});

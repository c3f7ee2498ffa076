import { z } from 'zod';
import { KNOWLEDGE } from './shipped-files.js';

/** How Slack reaches the bot: over a WebSocket that the bot opens, or by requests to a port. */
type Connection = { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string; port: number };

/** Everything that can be set from outside. */
export interface Config {
  botToken: string;
  connection: Connection;
  /** Ends in a slash. */
  apiUrl: string;
  logLevel: z.infer<typeof Level>;
  knowledgeDir: string;
  /** Load the knowledge anew when its files change, not only on SIGHUP. */
  watchKnowledge: boolean;
  /** Where health and metrics are served; nowhere if it is not set. */
  healthPort?: number;
  /** What an operator may choose about conduct in Slack. */
  conduct: Conduct;
}

/** How the bot conducts itself in Slack, as far as an operator may choose. */
export interface Conduct {
  /** Where people propose an entry that is missing: the address of an issue form. */
  proposeUrl?: string;
  /** Whom to ask about this bot, as the Home tab says it. */
  supportContact?: string;
  /** Whether questions that were not understood are written to the log. */
  logUnknownText: boolean;
  /** How many questions one person may ask in a minute. */
  perMinute: number;
  /** Private answers show tables as lines: for when Slack should turn out to refuse tables there, which it does not document. */
  plainTables?: boolean;
}

/** The environment does not say what the bot needs. The message names each variable and what to do, and never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const Level = z.enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' });

/** A variable that is set to nothing, as `.env` files and containers do, is not set. */
const unset = (value: unknown) => (typeof value === 'string' ? value.trim() || undefined : value);
const required = (missing: string, pattern: RegExp, malformed: string) =>
  z.preprocess(unset, z.string({ error: missing }).regex(pattern, { error: malformed }));
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(unset, schema);
const port = z.coerce
  .number()
  .int()
  .min(0)
  .max(65_535)
  .catch(-1)
  .refine((number) => number >= 0, { error: 'must be a number from 0 to 65535' });

const shared = {
  SLACK_BOT_TOKEN: required('is missing: set it to the Bot User OAuth Token (xoxb-...) of the app', /^xoxb-\S+$/, 'is not a bot token: those begin with xoxb-'),
  SLACK_API_URL: optional(
    z
      .url({ protocol: /^https?$/, error: 'must be an address that begins with https:// (or http://, for a local server)' })
      .transform((url) => (url.endsWith('/') ? url : `${url}/`))
      .default('https://slack.com/api/'),
  ),
  LOG_LEVEL: optional(z.string().toLowerCase().pipe(Level).default('info')),
  SRM_PROPOSE_URL: optional(
    z
      .url({ protocol: /^https$/, error: 'must be an address that begins with https://' })
      .max(2000)
      .optional(),
  ),
  SRM_SUPPORT_CONTACT: optional(z.string().max(300, { error: 'must be at most 300 characters' }).optional()),
  SRM_LOG_UNKNOWN_TEXT: optional(z.stringbool({ error: 'must be true or false' }).default(false)),
  SRM_PLAIN_TABLES: optional(z.stringbool({ error: 'must be true or false' }).default(false)),
  SRM_QUESTIONS_PER_MINUTE: optional(
    z.coerce
      .number()
      .int()
      .catch(-1)
      .refine((count) => count >= 1 && count <= 100_000, { error: 'must be a number from 1 to 100000' })
      .default(30),
  ),
  SRM_KNOWLEDGE_DIR: optional(z.string().default(KNOWLEDGE)),
  SRM_KNOWLEDGE_WATCH: optional(z.stringbool({ error: 'must be true or false' }).default(false)),
  SRM_HEALTH_PORT: optional(port.optional()),
};

const SocketSettings = z.object({
  ...shared,
  SLACK_APP_TOKEN: required('is missing', /^xapp-\S+$/, 'is not an app-level token: those begin with xapp-'),
});

const HttpSettings = z.object({
  ...shared,
  SLACK_SIGNING_SECRET: required(
    'is missing: set SLACK_APP_TOKEN (xapp-...) for Socket Mode, or SLACK_SIGNING_SECRET and PORT to be reached over HTTP',
    /^\S+$/,
    'must not contain spaces',
  ),
  PORT: optional(port.default(3000)),
});

/**
 * Reads the settings from environment variables. Socket Mode if SLACK_APP_TOKEN is set, HTTP otherwise.
 * @throws {ConfigError} naming every variable that is missing or malformed
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  if (unset(env.SLACK_APP_TOKEN)) {
    const { SLACK_APP_TOKEN: appToken, ...rest } = parse(SocketSettings, env);
    return { ...common(rest), connection: { mode: 'socket', appToken } };
  }
  const { SLACK_SIGNING_SECRET: signingSecret, PORT: port, ...rest } = parse(HttpSettings, env);
  return { ...common(rest), connection: { mode: 'http', signingSecret, port } };
}

function common(settings: z.infer<z.ZodObject<typeof shared>>): Omit<Config, 'connection'> {
  return {
    botToken: settings.SLACK_BOT_TOKEN,
    apiUrl: settings.SLACK_API_URL,
    logLevel: settings.LOG_LEVEL,
    knowledgeDir: settings.SRM_KNOWLEDGE_DIR,
    watchKnowledge: settings.SRM_KNOWLEDGE_WATCH,
    conduct: {
      ...(settings.SRM_PROPOSE_URL && { proposeUrl: settings.SRM_PROPOSE_URL }),
      ...(settings.SRM_SUPPORT_CONTACT && { supportContact: settings.SRM_SUPPORT_CONTACT }),
      logUnknownText: settings.SRM_LOG_UNKNOWN_TEXT,
      perMinute: settings.SRM_QUESTIONS_PER_MINUTE,
      ...(settings.SRM_PLAIN_TABLES && { plainTables: true }),
    },
    ...(settings.SRM_HEALTH_PORT !== undefined && { healthPort: settings.SRM_HEALTH_PORT }),
  };
}

function parse<T extends z.ZodType>(schema: T, env: Record<string, string | undefined>): z.infer<T> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new ConfigError(`Some settings need attention:\n${lines.join('\n')}\nREADME.md says where each one is found.`);
}

import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

export type { Logger } from 'pino';

/** Names of fields that hold secrets, or what people wrote. They are blanked at the top of a record and one level down. */
const PRIVATE = ['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'Authorization', 'response_url', 'text', 'blocks', 'question'];

/**
 * The log of the process: one JSON object a line, on standard output unless a destination is given.
 * Tokens, secrets, response addresses and message text are blanked.
 */
export function createLog(level: LoggerOptions['level'] & string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    redact: PRIVATE.flatMap((name) => [name, `*.${name}`]),
    serializers: { err: describeError },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    base: null,
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Lets Bolt and Slack's clients write to the log. They pass any mix of strings, errors and payloads: strings are joined, the first error becomes `err`. */
export function boltLogger(log: Logger): BoltLogger {
  let current = log;
  const write =
    (level: LogLevel) =>
    (...parts: unknown[]): void => {
      if (!current.isLevelEnabled(level)) return;
      const err = parts.find((part) => part instanceof Error);
      const text = scrub(
        parts
          .filter((part) => part !== err)
          .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
          .join(' '),
      );
      if (err) current[level]({ err }, text || scrub(err.message));
      else current[level](text);
    };
  return {
    debug: write(LogLevel.DEBUG),
    info: write(LogLevel.INFO),
    warn: write(LogLevel.WARN),
    error: write(LogLevel.ERROR),
    setLevel: (level) => {
      current.level = level;
    },
    getLevel: () => Object.values(LogLevel).find((level) => level === current.level) ?? (current.isLevelEnabled('debug') ? LogLevel.DEBUG : LogLevel.ERROR),
    setName: (name) => {
      current = log.child({ name });
    },
  };
}

/** Slack's libraries write whole payloads into their messages: nothing from the first brace on is kept, and no token or private address. */
function scrub(text: string): string {
  return text
    .replace(/\{.*/s, '{...}')
    .replace(/\b(?:xoxe\.)?(?:xox[a-z]|xapp)-[\w.-]+/g, '[token]')
    .replace(/\bwss?:\/\/\S+|https:\/\/hooks\.\S+/g, '[private address]')
    .slice(0, 500);
}

interface DescribedError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: DescribedError;
}

/** An error without the payloads that Slack's error classes carry along. Bolt keeps what it wraps in `original`. */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)) };
  const cause = 'original' in error ? error.original : error.cause;
  return {
    type: error.name,
    message: scrub(error.message),
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...(error.stack && { stack: stackOnly(error.stack) }),
    ...(cause instanceof Error && { cause: describeError(cause) }),
  };
}

/** The places in the code, without the message above them. */
function stackOnly(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

import type { Answer } from '../ask/answer.js';
import { type Context, contextOf } from '../ask/index.js';
import { type Desk, examplesOf } from './desk.js';
import { type Frame, type Outgoing, outgoing, present } from './present.js';
import { signals } from './signals.js';
import { understood } from './understood.js';

/** The ways in, as the log and the metrics call them. */
type Surface = 'command' | 'mention' | 'direct-message' | 'button' | 'message-shortcut' | 'lookup' | 'home' | 'workflow-step';

/** Somebody wants to know something. */
export interface Question {
  surface: Surface;
  /** Who asks. Left out for programs: there is nobody to tell that it was too much. */
  user?: string;
  /** Finds the answer; `context` is what the conversation was about. */
  ask: (context: Context | undefined) => Answer;
  frame: Frame | ((answer: Answer) => Frame);
  /** The conversations whose subject this answer becomes; the first one gives the context. */
  conversations?: readonly string[];
}

const SLOW_DOWN = 'That was a lot of questions at once. Please give me a minute, then I will gladly answer again.';

/**
 * Answers, sends, and writes one line to the log: what was understood, never what was written.
 * Gives the answer; undefined if nothing was answered because the person asked too much. Then a word about it was sent, once.
 * @throws whatever `ask` or `send` throws, after which nothing was logged
 */
export async function answerOn(desk: Desk, question: Question, send: (message: Outgoing, answer?: Answer) => Promise<unknown>): Promise<Answer | undefined> {
  const { surface, user, ask, frame, conversations = [] } = question;
  const started = performance.now();
  const turn = user === undefined ? 'ok' : desk.limit.take(user);
  if (user !== undefined && turn !== 'ok') {
    // Once, to the person and to the log: a flood must not flood the log either.
    if (turn === 'first') {
      desk.log.info({ event: 'limited', surface, user: desk.pseudonym(user) }, 'too many questions');
      await send(slowDown());
    }
    return undefined;
  }
  const [conversation] = conversations;
  const answer = ask(conversation === undefined ? undefined : desk.memory.recall(conversation));
  // Before it is sent: the next question of the conversation may come meanwhile.
  const context = contextOf(answer);
  if (context) for (const one of conversations) desk.memory.remember(one, context);
  await send(present(answer, { ...surroundings(desk, answer), ...(typeof frame === 'function' ? frame(answer) : frame) }), answer);
  note(desk, surface, answer, performance.now() - started);
  return answer;
}

/** What an answer needs from the installation: help names the ways to ask, a miss names questions that have an answer, and where to propose one. */
function surroundings(desk: Desk, { kind }: Answer): Partial<Frame> {
  const { proposeUrl, plainTables } = desk.conduct;
  if (kind === 'help') return { ways: desk.ways };
  if (kind !== 'unknown') return plainTables ? { plainTables } : {};
  return { examples: examplesOf(desk).slice(0, 3), ...(proposeUrl && { proposeUrl }) };
}

function slowDown(): Outgoing {
  return outgoing({ text: SLOW_DOWN, blocks: [{ type: 'section', text: { type: 'plain_text', text: SLOW_DOWN } }] });
}

/** Tells the log and whoever counts. What was not known is worth a line of its own: it is where the knowledge may grow. */
function note({ log, answers, conduct }: Desk, surface: Surface, answer: Answer, ms: number): void {
  signals.emit('answered', { kind: answer.kind, surface, ms, ...(answer.kind === 'unknown' && { reason: answer.reason }) });
  answers.info({ kind: answer.kind, surface, ms: Math.round(ms), understood: understood(answer) }, 'answered');
  if (answer.kind !== 'unknown') return;
  log.info(
    {
      event: 'unknown',
      surface,
      reason: answer.reason,
      words: answer.question.split(/\s+/).filter(Boolean).length,
      ...(conduct.logUnknownText && { asked: answer.question.slice(0, 500) }),
    },
    'not known',
  );
}

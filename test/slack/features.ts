import type { FakeSlack } from '../support/fake-slack/index.js';
import { testConversation } from './conversation.js';
import { testHome } from './home.js';
import { testSharing } from './sharing.js';
import { testShortcuts } from './shortcuts.js';
import { testWorkflowStep } from './workflow.js';

/** Everything around an answer, however Slack reaches the bot. */
export function testFeatures(slack: () => FakeSlack, mode: 'PROCESS' | 'SOCKET' | 'HTTP'): void {
  testSharing(slack);
  testConversation(slack, mode);
  testShortcuts(slack);
  testHome(slack, mode);
  testWorkflowStep(slack);
}

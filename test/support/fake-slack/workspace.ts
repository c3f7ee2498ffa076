/** Who and what is in the workspace. Ids have Slack's shape. */
export const TEAM = { id: 'T0SRM0001', domain: 'example' };
export const APP_ID = 'A0SRM0001';
export const BOT = { id: 'B0SRM0001', user: 'U0SRM0BOT', name: 'srm' };
export const ALICE = 'U0ALICE01';
export const BOB = 'U0BOB0001';
export const CHANNEL = 'C0GENERAL';
export const DIRECT = 'D0ALICE01';
export const BOT_TOKEN = 'xoxb-not-a-real-token';
/** Slack gives one to each run of a workflow step. */
export const STEP_TOKEN = 'xwfp-not-a-real-token';
export const APP_TOKEN = 'xapp-not-a-real-token';
export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';

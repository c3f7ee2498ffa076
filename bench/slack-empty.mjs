/**
 * A Bolt app that does nothing but acknowledge, with a fixed answer as long as the bot's are on average (about 4.8 kB of text and blocks):
 * what the bot is measured against. Plain JavaScript, so that it starts as the built bot does.
 */
import { App } from '@slack/bolt';

const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slackApiUrl } = process.env;

const LINE = 'The same words for everyone, whoever asks, and whatever they want to know. ';
const answer = {
  text: LINE.repeat(18),
  blocks: Array.from({ length: 12 }, () => ({ type: 'section', text: { type: 'mrkdwn', text: LINE.repeat(3) } })),
};

const app = new App({ token, ...(appToken ? { appToken, socketMode: true } : { signingSecret }), clientOptions: { slackApiUrl }, logLevel: 'error' });
app.command('/srm', ({ ack }) => ack({ response_type: 'ephemeral', ...answer }));
app.event('app_mention', ({ event, say }) => say({ ...answer, thread_ts: event.ts }));

const server = await app.start(0);
console.log(JSON.stringify({ msg: 'ready', port: server?.address?.()?.port }));

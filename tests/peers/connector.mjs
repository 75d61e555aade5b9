// The official SDK's connector clients (botframework-connector 4.23) make the calls they are told, one a line: {service, call, with}, where `with`
// holds the arguments, and {bytes: base64} stands for bytes. Each is answered with {result}, or with {error, status, code}.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const { ConnectorClient, MicrosoftAppCredentials, TeamsConnectorClient } = createRequire(import.meta.url)('botframework-connector');
const nobody = new MicrosoftAppCredentials('', '');

const calls = {
  create: ({ conversations }) => parameters => conversations.createConversation(parameters),
  send: ({ conversations }) => (id, activity) => conversations.sendToConversation(id, activity),
  reply: ({ conversations }) => (id, message, activity) => conversations.replyToActivity(id, message, activity),
  update: ({ conversations }) => (id, message, activity) => conversations.updateActivity(id, message, activity),
  delete: ({ conversations }) => (id, message) => conversations.deleteActivity(id, message),
  members: ({ conversations }) => id => conversations.getConversationMembers(id),
  member: ({ conversations }) => (id, member) => conversations.getConversationMember(id, member),
  paged: ({ conversations }) => (id, options) => conversations.getConversationPagedMembers(id, options),
  activityMembers: ({ conversations }) => (id, message) => conversations.getActivityMembers(id, message),
  upload: ({ conversations }) => (id, file) => conversations.uploadAttachment(id, file),
  info: ({ attachments }) => id => attachments.getAttachmentInfo(id),
  content: ({ attachments }) => async (id, view) => text(await attachments.getAttachment(id, view)),
  channels: (_, { teams }) => id => teams.fetchChannelList(id),
  team: (_, { teams }) => id => teams.fetchTeamDetails(id),
};

async function text(response) {
  const chunks = [];
  for await (const chunk of response.readableStreamBody) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function run(line) {
  const { service, call, with: given } = JSON.parse(line, (_, value) => (value?.bytes ? new Uint8Array(Buffer.from(value.bytes, 'base64')) : value));
  const options = { baseUri: service };
  return calls[call](new ConnectorClient(nobody, options), new TeamsConnectorClient(nobody, options))(...given);
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = { result: (await run(line)) ?? null };
  } catch (error) {
    answer = { error: error.message, status: error.statusCode ?? null, code: error.code ?? null };
  }

  process.stdout.write(JSON.stringify(answer) + '\n');
}

// The running program answers every operation of the Direct Line 3.0 schema as the schema says, and sends activities as it describes them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ajv, cardCheck, problems, readSchema, report, require } from './support.mjs';

const [shared, program] = process.argv.slice(2);
const patience = 60_000;
const cardType = 'application/vnd.microsoft.card.adaptive';
const base = '/v3/directline';
const swagger = readSchema(shared, 'directline-3.0');
const validator = ajv();
validator.addFormat('int32', true).addFormat('byte', true).addFormat('binary', true);
validator.addSchema({ $id: 'directline', definitions: closed(swagger.definitions) });
const checkCard = cardCheck(shared);
const wrong = [];
const seen = { operations: new Set(), activities: 0, cards: 0, types: new Set() };

// The schema allows any member anywhere; a member it does not name is a mistake all the same.
function closed(definitions) {
  const open = new Set(['Entity', 'Error', 'InnerHttpError']);
  return Object.fromEntries(Object.entries(definitions).map(([name, definition]) =>
    [name, definition.properties && !open.has(name) ? { ...definition, additionalProperties: false } : definition]));
}

function check(what, definition, value, required) {
  const validate = validator.getSchema(`directline#/definitions/${definition}`);
  const missing = required.filter(member => value?.[member] === undefined).map(member => `${member} is missing`);
  wrong.push(...(validate(value) ? missing : [...problems(validate.errors), ...missing]).map(problem => `${what}: ${problem}`));
}

const members = {
  Conversation: ['conversationId', 'token', 'expires_in'],
  ActivitySet: ['activities', 'watermark'],
  ResourceResponse: ['id'],
  Activity: ['type', 'id', 'timestamp', 'channelId', 'from', 'conversation'],
};

function checkSet(what, set) {
  check(what, 'ActivitySet', set, members.ActivitySet);
  for (const activity of set.activities) {
    const where = `${what}, ${activity.type} ${activity.id}`;
    check(where, 'Activity', activity, members.Activity);
    seen.activities++;
    seen.types.add(activity.type);
    for (const card of (activity.attachments ?? []).filter(attachment => attachment.contentType === cardType)) {
      wrong.push(...checkCard(card.content).map(problem => `${where}: its card: ${problem}`));
      seen.cards++;
    }
  }
}

/** Calls an operation of the schema and checks status and body by it. */
async function call(url, method, route, { token, body, contentType = 'application/json', parameters = {} } = {}) {
  const operation = swagger.paths[base + route]?.[method.toLowerCase()];
  const what = `${method} ${route}`;
  if (!operation) {
    throw new Error(`${what} is not in the schema`);
  }

  const address = url + base + route.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(parameters[name]));
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(typeof body === 'string' && { 'content-type': contentType }) };
  const response = await fetch(address, { method, headers, body });
  const text = await response.text();
  const described = operation.responses[response.status];
  if (!response.ok || !described) {
    wrong.push(`${what}: answered ${response.status}, which the schema does not describe as success: ${text.slice(0, 200)}`);
    return null;
  }

  seen.operations.add(what);
  const answer = JSON.parse(text);
  const definition = described.schema?.$ref?.split('/').at(-1);
  if (definition === 'ActivitySet') {
    checkSet(what, answer);
  } else if (definition) {
    check(what, definition, answer, members[definition] ?? []);
  }

  return answer;
}

/** Opens the stream and collects what arrives; `until` waits for an activity. */
function openStream(streamUrl) {
  const WebSocket = require('ws');
  const socket = new WebSocket(streamUrl);
  const activities = [];
  socket.on('message', message => {
    if (message.length > 0) {
      const set = JSON.parse(message.toString());
      checkSet('stream', set);
      activities.push(...set.activities);
      socket.emit('activities');
    }
  });
  const until = async (what, wanted) => {
    const late = AbortSignal.timeout(patience);
    while (!activities.some(wanted)) {
      await once(socket, 'activities', { signal: late }).catch(() => {
        throw new Error(`the stream did not bring ${what}`);
      });
    }

    return activities.find(wanted);
  };
  return { socket, until };
}

const fromBot = activity => activity.from?.role === 'bot';
const buttonsOf = node => (node && typeof node === 'object'
  ? [...(node.type === 'Action.Execute' ? [node] : []), ...Object.values(node).flatMap(buttonsOf)]
  : []);

async function talk(url) {
  const generated = await call(url, 'POST', '/tokens/generate', { body: JSON.stringify({ user: { id: 'amina' } }) });
  if (!generated) {
    return;
  }

  const { token } = await call(url, 'POST', '/tokens/refresh', { token: generated.token }) ?? generated;
  const parameters = { conversationId: generated.conversationId };
  const started = await call(url, 'POST', '/conversations', { token });
  await call(url, 'GET', '/conversations/{conversationId}', { token, parameters });
  await call(url, 'GET', '/session/getsessionid', { token });
  const { socket, until } = openStream(started.streamUrl);
  try {
    const say = text => call(url, 'POST', '/conversations/{conversationId}/activities', {
      token, parameters, body: JSON.stringify({ type: 'message', text, channelData: { clientActivityID: text } }),
    });
    await say('help');
    await until('the answer to help', fromBot);
    const file = new FormData();
    file.append('activity', new Blob([JSON.stringify({ type: 'message', text: 'My VPN token is rejected' })], { type: 'application/vnd.microsoft.activity' }));
    file.append('file', new Blob(['error 809\n'], { type: 'text/plain' }), 'vpn.txt');
    await call(url, 'POST', '/conversations/{conversationId}/upload', { token, parameters, body: file });
    await until('the file that was sent', activity => activity.attachments?.some(attachment => attachment.name === 'vpn.txt'));
    const offered = await until('a card with a button that makes a ticket', activity =>
      fromBot(activity) && buttonsOf(activity.attachments).some(button => button.verb === 'suggestion.ticket.v1'));
    await press(url, token, parameters.conversationId, offered, 'suggestion.ticket.v1');
    await until('the changed card', activity => activity.type === 'messageUpdate');
    await call(url, 'GET', '/conversations/{conversationId}/activities', { token, parameters });
  } finally {
    socket.terminate();
  }
}

// The answer to an invoke is the bot's own, not the schema's: a status, a media type and a value, such as a card.
async function press(url, token, conversation, message, verb) {
  const { data } = buttonsOf(message.attachments).find(button => button.verb === verb);
  const response = await fetch(`${url}${base}/conversations/${conversation}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'invoke', name: 'adaptiveCard/action', replyToId: message.id, value: { action: { type: 'Action.Execute', verb, data } },
    }),
  });
  const answer = await response.json();
  if (response.status !== 200 || answer.statusCode !== 200) {
    wrong.push(`pressing ${verb}: answered ${JSON.stringify(answer).slice(0, 300)}`);
  } else if (answer.type === cardType) {
    wrong.push(...checkCard(answer.value).map(problem => `the card that answers ${verb}: ${problem}`));
    seen.cards++;
  }
}

const data = mkdtempSync(path.join(tmpdir(), 'helpdesk-check-'));
const server = spawn(
  'dotnet',
  [program, '--data', data, '--urls', 'http://127.0.0.1:0', '--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information'],
  { env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development' }, stdio: ['ignore', 'pipe', 'inherit'] });
const exited = once(server, 'exit');
try {
  const address = new Promise((found, failed) => {
    createInterface({ input: server.stdout }).on('line', line => {
      const listening = line.match(/Now listening on: (http:\/\/[\d.:]+)/);
      if (listening) {
        found(listening[1]);
      }
    });
    exited.then(([code]) => failed(new Error(`the program ended with ${code}`)));
    setTimeout(() => failed(new Error('the program did not start in time')), patience).unref();
  });
  await talk(await address);
} catch (error) {
  wrong.push(error.message);
} finally {
  server.kill('SIGTERM');
  await exited;
  rmSync(data, { recursive: true, force: true });
}

report(
  'directline server',
  `${seen.operations.size} operations, ${seen.activities} activities (${[...seen.types].sort().join(', ')}) and ${seen.cards} cards are as described`,
  wrong);

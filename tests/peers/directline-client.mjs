// A web chat built on the official botframework-directlinejs, told what to do over standard input, one command a line:
// {do: connect, domain, token, webSocket} | {do: say, text} | {do: upload, text, name, content} | {do: drop} | {do: reconnect}
// | {do: until, count}. Each is answered with one line; `until` with all activities
// that have arrived, in order, once there are that many.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';

const patience = 20_000;
let online = Promise.resolve();
let reachAgain = () => {};
const sockets = new Set();

/** What the library needs of a browser's XMLHttpRequest, on fetch; it waits while the network is down. */
class XMLHttpRequest {
  readyState = 0;
  status = 0;
  response = null;
  responseType = '';
  withCredentials = false;
  upload = {};
  #aborting = new AbortController();
  #headers = new Headers();

  open(method, url) {
    Object.assign(this, { method, url });
  }

  setRequestHeader(name, value) {
    this.#headers.set(name, value);
  }

  abort() {
    this.#aborting.abort();
  }

  async send(body) {
    try {
      await online;
      const response = await fetch(this.url, { method: this.method, headers: this.#headers, body, signal: this.#aborting.signal });
      this.status = response.status;
      this.response = this.responseType === 'arraybuffer' ? await response.arrayBuffer() : await response.json();
    } catch (error) {
      if (this.#aborting.signal.aborted) return;
      this.response = { error: { message: error.message } };
    }

    this.readyState = 4;
    this.onreadystatechange?.({ type: 'readystatechange' });
  }
}

class TrackedSocket extends WebSocket {
  constructor(url) {
    super(url);
    sockets.add(this);
    this.on('close', () => sockets.delete(this));
  }
}

Object.assign(globalThis, { XMLHttpRequest, WebSocket: TrackedSocket });
const { DirectLine } = createRequire(import.meta.url)('botframework-directlinejs');

const activities = [];
let arrived = () => {};
let client;
let subscription;
let options;

function connect(more) {
  options = { ...options, ...more };
  // The library waits 3 s and a random while before it connects again; `random` is its own way to choose that while.
  client = new DirectLine({ ...options, pollingInterval: 200, random: () => -0.25 });
  subscription = client.activity$.subscribe(
    activity => {
      activities.push(activity);
      arrived();
    },
    error => process.stderr.write(`activities ended: ${error.message}\n`));
}

function post(activity) {
  const from = { id: 'amina' };
  return new Promise((done, failed) => client.postActivity({ from, channelData: { clientActivityID: crypto.randomUUID() }, ...activity }).subscribe(done, failed));
}

function until(count) {
  return new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error(`${activities.length} of ${count} activities arrived`)), patience);
    arrived = () => {
      if (activities.length >= count) {
        clearTimeout(late);
        done(activities);
      }
    };
    arrived();
  });
}

const commands = {
  connect: ({ domain, token, webSocket }) => connect({ domain, token, webSocket }),
  say: ({ text }) => post({ type: 'message', text }),
  upload: ({ text, name, content }) => post({
    type: 'message', text, attachments: [{ name, contentType: 'text/plain', contentUrl: URL.createObjectURL(new Blob([content])) }],
  }),
  until: ({ count }) => until(count),
  // A stream breaks and the network is gone; a page that polls is closed, and opens again where it was.
  drop() {
    if (options.webSocket) {
      online = new Promise(again => { reachAgain = again; });
      sockets.forEach(socket => socket.terminate());
    } else {
      subscription.unsubscribe();
      options = { ...options, token: client.token, conversationId: client.conversationId, watermark: client.watermark };
      client.end();
    }
  },
  reconnect: () => (options.webSocket ? reachAgain() : connect({})),
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  try {
    process.stdout.write(JSON.stringify({ result: (await commands[command.do](command)) ?? null }) + '\n');
  } catch (error) {
    process.stdout.write(JSON.stringify({ error: error.message, status: error.status ?? null }) + '\n');
  }
}

process.exit(0);

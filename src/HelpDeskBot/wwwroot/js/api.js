// Talks to the Direct Line endpoint: one session per conversation.

import { say } from './words.js';

const base = '/v3/directline';

async function json(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    const error = new Error(body.error?.message ?? body.detail ?? say('That did not work. Try again.'));
    error.status = response.status;
    throw error;
  }
  return body;
}

export async function local() {
  return json(await fetch('/api/local'));
}

export async function moveClock(advance) {
  const body = JSON.stringify({ advance });
  return json(await fetch('/demo/clock', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }));
}

export class Session {
  constructor(user, conversationId) {
    this.user = user;
    this.wanted = conversationId;
    this.ready = new Promise(resolve => { this.opened = resolve; }); // what is said before waits for it
  }

  async open() {
    const body = JSON.stringify({ user: { id: this.user }, ...(this.wanted ? { conversationId: this.wanted } : {}) });
    const granted = await json(await fetch(`${base}/tokens/generate`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body,
    }));
    this.keep(granted);
    const started = await json(await fetch(`${base}/conversations`, { method: 'POST', headers: this.headers() }));
    this.keep(started);
    return started.streamUrl;
  }

  // After a lost stream: a new address that goes on where the last one ended. A token that has run out is asked for anew.
  async reopen(watermark) {
    try {
      const again = await json(await fetch(`${this.path()}?watermark=${watermark}`, { headers: this.headers() }));
      this.keep(again);
      return again.streamUrl;
    } catch (error) {
      if (error.status !== 401 && error.status !== 403) throw error;
      await this.open();
      return this.reopen(watermark);
    }
  }

  keep(granted) {
    this.conversationId = granted.conversationId;
    this.token = granted.token;
    this.opened();
    clearTimeout(this.refreshing);
    this.refreshing = setTimeout(() => this.refresh(), granted.expires_in * 500);
  }

  async refresh() {
    try {
      this.keep(await json(await fetch(`${base}/tokens/refresh`, { method: 'POST', headers: this.headers() })));
    } catch {
      this.refreshing = setTimeout(() => this.refresh(), 30_000);
    }
  }

  headers(extra = {}) {
    return { Authorization: `Bearer ${this.token}`, ...extra };
  }

  path() {
    return `${base}/conversations/${encodeURIComponent(this.conversationId)}`;
  }

  // A token that ran out, as in a laptop's sleep, is asked for anew, once.
  async send(path, body, headers) {
    await this.ready;
    const request = async () => json(await fetch(this.path() + path, { method: 'POST', headers: this.headers(headers), body }));
    try {
      return await request();
    } catch (error) {
      if (error.status !== 401 && error.status !== 403) throw error;
      await this.open();
      return request();
    }
  }

  post(activity) {
    return this.send('/activities', JSON.stringify(activity), { 'Content-Type': 'application/json' });
  }

  upload(activity, files) {
    const form = new FormData();
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
    for (const file of files) form.append('file', file, file.name);
    return this.send('/upload', form);
  }

  press(messageId, action, inputs) {
    return this.post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: messageId,
      value: { action: { type: 'Action.Execute', verb: action.verb, data: { ...action.data, ...inputs } }, trigger: 'manual' },
    });
  }

  // Files are for who may read them, so they are fetched with the token and shown from memory.
  async file(url) {
    const response = await fetch(url, { headers: this.headers() });
    if (!response.ok) throw new Error(say('This file is not there any more.'));
    return URL.createObjectURL(await response.blob());
  }
}

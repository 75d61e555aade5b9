// Where messages are written. What could not be sent stays, and is sent again under the same id.

import { clip, make } from './dom.js';
import { say } from './words.js';

export class Composer {
  constructor(session, log) {
    Object.assign(this, { session, log, files: [] });
    this.text = make('textarea', { rows: 1, 'aria-label': say('Your message'), placeholder: say('What is wrong?'), 'data-testid': 'composer' });
    this.list = make('div', { class: 'files' });
    this.picker = make('input', { type: 'file', multiple: true, hidden: true, 'aria-label': say('Files') });
    this.button = make('button', { class: 'send', type: 'submit', 'data-testid': 'send' }, say('Send'));
    this.element = make('form', { class: 'composer' }, this.list, make('div', { class: 'box' },
      this.text,
      make('button', { class: 'attach', type: 'button', 'aria-label': say('Attach files'), onclick: () => this.picker.click() }, clip()),
      this.button), this.picker);
    this.listen();
    this.text.value = sessionStorage.getItem(this.key) ?? '';
  }

  // What is half written is still there after a reload.
  get key() {
    return `draft/${this.session.user}`;
  }

  listen() {
    this.element.addEventListener('submit', event => { event.preventDefault(); this.send(); });
    this.text.addEventListener('input', () => { sessionStorage.setItem(this.key, this.text.value); this.grow(); });
    this.text.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    });
    this.text.addEventListener('paste', event => {
      if (event.clipboardData.files.length > 0) { event.preventDefault(); this.add(event.clipboardData.files); }
    });
    this.picker.addEventListener('change', () => { this.add(this.picker.files); this.picker.value = ''; });
  }

  // Files dropped anywhere on the pane.
  acceptDrops(pane) {
    pane.addEventListener('dragover', event => { event.preventDefault(); pane.classList.add('dragging'); });
    pane.addEventListener('dragleave', () => pane.classList.remove('dragging'));
    pane.addEventListener('drop', event => {
      event.preventDefault();
      pane.classList.remove('dragging');
      this.add(event.dataTransfer.files);
    });
  }

  add(files) {
    this.files.push(...files);
    this.showFiles();
    this.text.focus();
  }

  showFiles() {
    this.list.replaceChildren(...this.files.map((file, index) => make('span', { class: 'file' }, clip(), file.name,
      make('button', { type: 'button', 'aria-label': say('Remove {name}', { name: file.name }), onclick: () => { this.files.splice(index, 1); this.showFiles(); } }, '×'))));
  }

  grow() {
    this.text.style.height = 'auto';
    this.text.style.height = `${this.text.scrollHeight}px`;
  }

  say(text) {
    this.text.value = text;
    this.send();
  }

  send() {
    const text = this.text.value;
    const files = this.files;
    if (!text.trim() && files.length === 0) return;
    this.text.value = '';
    sessionStorage.removeItem(this.key);
    this.files = [];
    this.showFiles();
    this.grow();
    this.deliver(text, files, crypto.randomUUID());
  }

  async deliver(text, files, clientId) {
    const activity = { type: 'message', text, locale: navigator.language, channelData: { clientActivityID: clientId } };
    const names = files.map(file => file.name).join(', ');
    const mine = this.log.showMine(text || names, files, clientId, () => { mine.remove(); this.deliver(text, files, clientId); });
    try {
      await (files.length > 0 ? this.session.upload(activity, files) : this.session.post(activity));
    } catch (error) {
      // What is refused for good is not sent again; its words go back to be corrected.
      const isRefused = error.status >= 400 && error.status < 500;
      mine.fail(isRefused ? error.message : null);
      if (isRefused && !this.text.value) {
        this.text.value = text;
        sessionStorage.setItem(this.key, text);
        this.grow();
      }
    }
  }
}

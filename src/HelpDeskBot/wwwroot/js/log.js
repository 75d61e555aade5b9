// What a conversation shows: messages in order, edited and removed in place, threads under the message they hang on.

import { clip, make, toast } from './dom.js';
import { render, withValues } from './cards.js';
import { openForm, openPicture } from './overlay.js';
import { menuOf } from './own.js';
import { onChange } from './theme.js';
import { say } from './words.js';

const cardType = 'application/vnd.microsoft.card.adaptive';
const threadShown = 3;

export class Log {
  constructor(session, { testId, label, me, starter, threads = false, onNew = () => {} }) {
    Object.assign(this, { session, me, threads, onNew });
    this.messages = new Map();
    this.starter = starter;
    this.element = make('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': label, tabindex: '0', 'data-testid': testId });
    if (starter) this.element.append(starter);
    this.pill = make('button', { class: 'new-messages', type: 'button', hidden: true, onclick: () => this.toEnd() }, say('New messages'));
    this.atEnd = true;
    this.element.addEventListener('scroll', () => this.scrolled());
    this.growth = new ResizeObserver(() => { if (this.atEnd) this.toEnd(); }); // an edited card or a loaded picture must not push the end out of sight
    onChange(() => this.redraw());
  }

  take(activities) {
    for (const activity of activities) this.show(activity);
    if (this.atEnd) this.toEnd();
    else this.pill.hidden = false;
    this.onNew();
  }

  show(activity) {
    if (activity.type === 'messageDelete') {
      this.messages.get(activity.id)?.element.remove();
      this.messages.delete(activity.id);
      return;
    }
    if (activity.type !== 'message' && activity.type !== 'messageUpdate') return;
    this.starter?.remove();
    const known = this.messages.get(activity.id) ?? this.pending(activity);
    if (known) {
      this.messages.set(activity.id, known);
      known.activity = activity;
      this.fill(known);
      return;
    }
    const message = { activity, element: make('article', { class: 'message', 'data-activity-id': activity.id }) };
    this.messages.set(activity.id, message);
    this.growth.observe(message.element);
    this.fill(message);
    this.placeOf(activity).append(message.element);
    if (this.threads && !rootOf(activity) && cardOf(activity)) this.addThread(message);
    this.foldThread(rootOf(activity));
  }

  // My own message is there before the server has said so; it is the same one.
  pending(activity) {
    const id = activity.channelData?.clientActivityID;
    const message = id && this.messages.get(id);
    if (message) {
      this.messages.delete(id);
      message.element.dataset.activityId = activity.id;
      message.element.classList.remove('failed');
    }
    return message;
  }

  fill(message) {
    const { activity, element } = message;
    const mine = activity.from?.id === this.me;
    element.classList.toggle('mine', mine && !rootOf(activity));
    const card = cardOf(activity);
    const name = activity.from?.role === 'bot' ? null : activity.from?.name ?? activity.from?.id;
    const isTyping = element.querySelector(':scope > .card')?.contains(document.activeElement) && document.activeElement.matches('textarea, input');
    const body = card
      ? make('div', { class: 'card' }, this.draw(message, card))
      : activity.text ? make('div', { class: 'bubble' }, activity.text) : null;
    element.replaceChildren(...[
      !mine && name ? make('span', { class: 'who' }, name) : null, body, this.filesOf(activity),
      activity.channelData?.edited ? make('span', { class: 'edited' }, say('edited')) : null,
      mine ? menuOf(message, this.session) : null,
    ].filter(Boolean));
    element.append(...[message.alert, message.thread].filter(Boolean));
    if (isTyping) goOn(body?.querySelector('textarea, input'));
  }

  // What is typed into a card stays when the card is drawn again.
  draw(message, card) {
    return render(withValues(card, message.typed), (action, inputs) => this.press(message, action, inputs), values => { message.typed = values; });
  }

  filesOf(activity) {
    const files = (activity.attachments ?? []).filter(file => file.contentUrl);
    if (files.length === 0) return null;
    const list = make('div', { class: 'files' });
    for (const file of files) {
      const link = make('a', { href: '#', download: file.name }, clip(), file.name);
      link.addEventListener('click', event => { event.preventDefault(); this.open(file); });
      list.append(link);
      if (file.contentType?.startsWith('image/')) this.preview(file, link);
    }
    return list;
  }

  async preview(file, link) {
    try {
      const url = await this.session.file(file.contentUrl);
      link.replaceChildren(make('img', { src: url, alt: file.name }));
    } catch {
      // Its name stays.
    }
  }

  async open(file) {
    try {
      const url = await this.session.file(file.contentUrl);
      if (file.contentType?.startsWith('image/')) openPicture(url, file.name);
      else make('a', { href: url, download: file.name }).click();
    } catch (error) {
      toast(error.message, true);
    }
  }

  async press(message, action, inputs) {
    const { element, activity } = message;
    this.complain(message, null);
    element.classList.add('busy');
    element.setAttribute('aria-busy', 'true');
    try {
      const answer = await this.session.press(activity.id, action, action.verb.includes('.form.') ? {} : inputs);
      this.answer(message, action, answer);
    } catch {
      this.complain(message, say('Not sent. Check your connection and try again.'));
    } finally {
      element.classList.remove('busy');
      element.removeAttribute('aria-busy');
    }
  }

  answer(message, action, answer) {
    const { activity } = message;
    if (answer.type === 'application/vnd.microsoft.error') {
      this.complain(message, answer.value.message, answer.value.offer);
    } else if (answer.type !== cardType) {
      toast(answer.value);
    } else if (action.verb.includes('.form.')) {
      openForm(answer.value, `${activity.id} ${action.verb}`, (submit, values) => this.session.press(activity.id, submit, values));
    } else {
      message.typed = undefined;
      activity.attachments = [{ contentType: cardType, content: answer.value }];
      this.fill(message);
    }
  }

  // Stays when the card is drawn again, as it is when somebody else was faster; goes with the next press.
  // The form that the desk offers as a way on is one press away.
  complain(message, text, offer) {
    const ask = offer && make('button', { class: 'quiet', type: 'button', onclick: () => this.openOffer(message, offer) }, say('Ask for it'));
    message.alert?.remove();
    message.alert = text ? make('div', { class: 'alert', role: 'alert' }, text, ask) : null;
    if (message.alert) message.element.insertBefore(message.alert, message.thread ?? null);
  }

  openOffer(message, offer) {
    openForm(offer, `${message.activity.id} offer`, (submit, values) => this.session.press(message.activity.id, submit, values));
  }

  // Mine, at once; the server's copy takes its place.
  showMine(text, files, clientId, retry) {
    const activity = { id: clientId, type: 'message', text, from: { id: this.me }, channelData: { clientActivityID: clientId } };
    this.take([activity]);
    this.toEnd();
    const message = this.messages.get(clientId);
    return {
      fail: reason => {
        message.element.classList.add('failed');
        if (reason) this.complain(message, reason);
        else message.element.append(make('button', { class: 'retry', type: 'button', onclick: event => { event.target.remove(); retry(); } }, say('Not sent. Try again')));
      },
      remove: () => { if (this.messages.get(clientId) === message) { message.element.remove(); this.messages.delete(clientId); } },
    };
  }

  placeOf(activity) {
    const root = rootOf(activity);
    const above = root && this.messages.get(root);
    return above?.thread ? above.thread.querySelector('.replies') : this.element;
  }

  addThread(message) {
    const input = make('input', { type: 'text', 'aria-label': say('Write a note'), placeholder: say('Internal note, or reply: to answer the requester') });
    const form = make('form', {}, input, make('button', { class: 'quiet', type: 'submit' }, say('Add')));
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.writeInThread(message.activity.id, input);
    });
    const more = make('button', { class: 'quiet more', type: 'button', hidden: true }, say('Show all'));
    const replies = make('div', { class: 'replies thread-replies' });
    replies.style.display = 'contents';
    message.thread = make('div', { class: 'thread' }, more, replies, form);
    more.addEventListener('click', () => { message.unfolded = true; this.foldThread(message.activity.id); });
    message.element.append(message.thread);
  }

  async writeInThread(root, input) {
    const text = input.value.trim();
    if (!text) return;
    input.disabled = true;
    try {
      await this.session.post({
        type: 'message', text, conversation: { id: `${this.session.conversationId};messageid=${root}` },
        channelData: { clientActivityID: crypto.randomUUID() },
      });
      input.value = '';
    } catch (error) {
      toast(error.message, true); // what was typed stays
    } finally {
      input.disabled = false;
      input.focus();
    }
  }

  foldThread(root) {
    const message = root && this.messages.get(root);
    if (!message?.thread) return;
    const replies = [...message.thread.querySelectorAll('.replies > .message')];
    const hidden = message.unfolded ? 0 : Math.max(0, replies.length - threadShown);
    replies.forEach((reply, index) => { reply.hidden = index < hidden; });
    const more = message.thread.querySelector('.more');
    more.hidden = hidden === 0;
    more.textContent = say('Show {count} earlier', { count: hidden });
  }

  redraw() {
    for (const message of this.messages.values()) this.fill(message);
  }

  // Only who scrolls up leaves the end; a card that grows does not push it away.
  scrolled() {
    const { scrollTop } = this.element;
    if (this.isAtEnd()) this.atEnd = true;
    else if (scrollTop < this.lastTop) this.atEnd = false;
    this.lastTop = scrollTop;
    if (this.atEnd) this.pill.hidden = true;
  }

  isAtEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < 80;
  }

  toEnd() {
    this.atEnd = true;
    this.element.scrollTop = this.element.scrollHeight;
    this.pill.hidden = true;
  }
}

function goOn(input) {
  input?.focus();
  input?.setSelectionRange?.(input.value.length, input.value.length);
}

function cardOf(activity) {
  return activity.attachments?.find(attachment => attachment.contentType === cardType)?.content;
}

function rootOf(activity) {
  return activity.conversation?.id?.split(';messageid=')[1];
}

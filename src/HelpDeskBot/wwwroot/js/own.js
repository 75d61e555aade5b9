// What one may do with one's own messages: write them differently, or take them back.

import { make, toast } from './dom.js';
import { say } from './words.js';

// The menu of a message that the server has; null for one that is still on its way.
export function menuOf(message, session) {
  const { activity } = message;
  if (!activity.timestamp) return null;
  const menu = make('details', { class: 'own-menu' }, make('summary', { 'aria-label': say('Message options') }, '⋯'));
  const item = (title, run) => make('button', { type: 'button', onclick: () => { menu.open = false; run(); } }, title);
  menu.append(make('div', { class: 'own-items' },
    activity.text ? item(say('Edit'), () => edit(message, session)) : null,
    item(say('Delete'), () => send(session, { type: 'messageDelete', id: activity.id }))));
  menu.addEventListener('keydown', event => { if (event.key === 'Escape') { menu.open = false; menu.firstChild.focus(); } });
  return menu;
}

function edit(message, session) {
  const { activity, element } = message;
  if (element.querySelector(':scope > .own-edit')) return;
  const text = make('textarea', { rows: 3, 'aria-label': say('Edit your message') });
  text.value = activity.text;
  const form = make('form', { class: 'own-edit' }, text, make('div', {},
    make('button', { class: 'send', type: 'submit' }, say('Save')),
    make('button', { class: 'quiet', type: 'button', onclick: () => form.remove() }, say('Cancel'))));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (text.value.trim() && await send(session, { type: 'messageUpdate', id: activity.id, text: text.value })) form.remove(); // else what was typed stays
  });
  element.append(form);
  text.focus();
}

async function send(session, activity) {
  try {
    await session.post({ ...activity, channelData: { clientActivityID: crypto.randomUUID() } });
    return true;
  } catch (error) {
    toast(error.message, true);
    return false;
  }
}

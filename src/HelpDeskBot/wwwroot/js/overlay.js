// Forms and pictures in front of the page. The browser's own dialog keeps the focus inside and closes on Escape.

import { make, toast } from './dom.js';
import { hasButtons, render, withValues } from './cards.js';
import { say } from './words.js';

function open(label, testId, ...content) {
  const dialog = make('dialog', { class: 'overlay', 'aria-label': label, 'data-testid': testId });
  dialog.append(make('button', { class: 'close', type: 'button', 'aria-label': say('Close'), onclick: () => dialog.close() }, '×'), ...content);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('input, textarea, select')?.focus();
  return dialog;
}

const unsent = new Map(); // what was typed into forms that were closed without sending, by the button that opens them

// send(action, inputs) answers with the invoke's response; another form in it means: look again.
export function openForm(card, key, send) {
  const body = make('div');
  const dialog = open(say('Form'), 'form-overlay', body);
  const show = json => body.replaceChildren(render(json, submit, values => unsent.set(key, values)));

  async function submit(action, inputs) {
    dialog.classList.add('busy');
    dialog.querySelector('.alert')?.remove();
    try {
      const answer = await send(action, inputs);
      if (answer.type === 'application/vnd.microsoft.card.adaptive') {
        if (!hasButtons(answer.value)) unsent.delete(key); // it is done
        show(answer.value);
      } else if (answer.type === 'application/vnd.microsoft.error') {
        complain(answer.value.message);
      } else {
        unsent.delete(key);
        dialog.close();
        toast(answer.value);
      }
    } catch {
      complain(say('Not sent. Check your connection and try again.'));
    } finally {
      dialog.classList.remove('busy');
    }
  }

  function complain(text) {
    dialog.append(make('div', { class: 'alert', role: 'alert' }, text));
  }

  show(withValues(card, unsent.get(key)));
  dialog.querySelector('textarea, input, select')?.focus();
}

export function openPicture(url, name) {
  open(name, 'picture', make('img', { class: 'picture', src: url, alt: name }));
}

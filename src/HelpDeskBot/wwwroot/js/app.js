// The page: choose who you are, then talk.

import { local, moveClock, Session } from './api.js';
import { Composer } from './composer.js';
import { avatar, make, toast } from './dom.js';
import { Log } from './log.js';
import { follow } from './stream.js';
import * as theme from './theme.js';
import { say, sayPage } from './words.js';

const main = document.querySelector('main');
const groups = [['employee', say('Employees')], ['agent', say('Agents')], ['lead', say('Lead')], ['admin', say('Admin')]];
const starters = [say('My VPN token is rejected'), say('The printer is stuck'), say('Help')];

sayPage();
theme.start(document.querySelector('.theme'));
start();

async function start() {
  try {
    const desk = await local();
    if (desk.demo) startClock(desk.now, desk.zone);
    const wanted = new URLSearchParams(location.search).get('as') ?? sessionStorage.getItem('me');
    const person = desk.people.find(known => known.id === wanted);
    if (person) enter(person);
    else choose(desk.people);
  } catch (error) {
    main.replaceChildren(make('section', { class: 'choose' }, make('h1', {}, say('Not here')), make('p', {}, error.message)));
  }
}

function choose(people) {
  const section = make('section', { class: 'choose' }, make('h1', {}, say('Who are you?')), make('p', {}, say('Every tab can be somebody else.')));
  for (const [role, title] of groups) {
    const members = people.filter(person => person.role === role);
    if (members.length === 0) continue;
    section.append(make('h2', {}, title), make('div', { class: 'people' }, ...members.map(person =>
      make('button', { type: 'button', 'data-testid': `person-${person.id}`, onclick: () => { sessionStorage.setItem('me', person.id); enter(person); } },
        avatar(person), make('span', {}, make('span', { class: 'name' }, person.name), make('span', { class: 'role' }, say(person.role)))))));
  }
  main.replaceChildren(section);
}

function enter(person) {
  document.title = `${person.name} · HelpDeskBot`;
  const me = document.querySelector('.me');
  me.hidden = false;
  me.replaceChildren(avatar(person), make('span', { class: 'full' }, person.name), make('button', {
    class: 'quiet', type: 'button', onclick: () => { sessionStorage.removeItem('me'); location.assign('/'); },
  }, say('Switch')));
  const panes = [directPane(person), ...person.rooms.map(room => roomPane(person, room))];
  main.replaceChildren(...panes.map(pane => pane.element));
  if (panes.length > 1) startTabs(panes);
}

function directPane(person) {
  const session = new Session(person.id);
  const starter = make('div', { class: 'starter' }, make('p', {}, say('Tell me what is wrong, in your own words.')));
  const log = new Log(session, { testId: 'chat-log', label: say('Conversation with the bot'), me: person.id, starter });
  const composer = new Composer(session, log);
  starter.append(make('div', { class: 'chips' }, ...starters.map(text => make('button', { type: 'button', onclick: () => composer.say(text) }, text))));
  return pane(say('Chat'), say('with the bot'), session, log, composer);
}

function roomPane(person, room) {
  const session = new Session(person.id, room.id);
  const starter = make('div', { class: 'starter' }, make('p', {}, say('New tickets appear here.')));
  const log = new Log(session, { testId: 'room-log', label: room.name, me: person.id, starter, threads: true });
  return pane(room.name, say('agents'), session, log, null);
}

function pane(title, note, session, log, composer) {
  const offline = make('div', { class: 'offline', role: 'status', hidden: true }, say('Connecting…'));
  const element = make('section', { class: 'pane', 'aria-label': title },
    make('h2', {}, title, make('small', {}, note)), offline, log.element, log.pill, composer?.element);
  composer?.acceptDrops(element);
  follow(session, activities => log.take(activities), (isOpen, error) => {
    offline.hidden = isOpen;
    offline.textContent = error?.status === 403 ? error.message : say('Connecting…');
  });
  return { title, element, log };
}

// On a narrow screen one conversation shows at a time; a dot says that the other has something new.
function startTabs(panes) {
  const bar = document.querySelector('.tabs');
  bar.hidden = false;
  const tabs = panes.map((pane, index) => make('button', { role: 'tab', type: 'button', onclick: () => select(index) }, pane.title));
  bar.replaceChildren(...tabs);
  panes.forEach((pane, index) => {
    pane.log.onNew = () => {
      if (pane.element.dataset.hidden === 'true' && !tabs[index].querySelector('.dot')) tabs[index].append(make('span', { class: 'dot', title: say('New') }));
    };
  });
  function select(chosen) {
    panes.forEach((pane, index) => {
      pane.element.dataset.hidden = index !== chosen;
      tabs[index].setAttribute('aria-selected', index === chosen);
      if (index === chosen) tabs[index].querySelector('.dot')?.remove();
    });
  }
  select(panes.length - 1);
}

// The clock tells the time of the desk, as the cards do.
function startClock(now, timeZone) {
  const clock = document.querySelector('.clock');
  const show = text => {
    clock.querySelector('.clock-now').textContent = new Date(text).toLocaleString(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone });
  };
  clock.hidden = false;
  show(now);
  for (const button of clock.querySelectorAll('button')) {
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        show((await moveClock(button.dataset.advance)).now);
      } catch (error) {
        toast(error.message, true);
      } finally {
        button.disabled = false;
      }
    });
  }
}

// Makes elements; text is always text, never markup.

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.className = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

// A paper clip, drawn, because not every machine has it in a font.
export function clip() {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 24 24', class: 'clip', 'aria-hidden': 'true' })) icon.setAttribute(name, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M20 11.5l-8.4 8.4a5.3 5.3 0 0 1-7.5-7.5l8.6-8.6a3.5 3.5 0 0 1 5 5l-8.6 8.5a1.7 1.7 0 0 1-2.5-2.4l7.9-7.9');
  icon.append(path);
  return icon;
}

export function avatar(person) {
  const initials = person.name.split(' ').map(part => part[0]).join('').slice(0, 2);
  const hue = [...person.id].reduce((sum, c) => sum * 31 + c.codePointAt(0), 7) * 47 % 360;
  const element = make('span', { class: 'avatar', 'aria-hidden': 'true' }, initials);
  element.style.background = `hsl(${hue} 45% 42%)`;
  return element;
}

export function toast(text, isBad = false) {
  if (!text) return;
  const element = make('div', { class: isBad ? 'toast bad' : 'toast', 'data-testid': 'toast' }, text);
  document.querySelector('.toasts').append(element);
  setTimeout(() => element.remove(), isBad ? 8000 : 4000);
}

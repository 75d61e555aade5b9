// Light and dark: the system's choice until the person makes one.

const key = 'theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = [];

function apply() {
  const chosen = localStorage.getItem(key) ?? (dark.matches ? 'dark' : 'light');
  document.documentElement.dataset.theme = chosen;
  listeners.forEach(listener => listener());
}

export function start(button) {
  apply();
  dark.addEventListener('change', apply);
  button.addEventListener('click', () => {
    localStorage.setItem(key, document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
    apply();
  });
}

export function onChange(listener) {
  listeners.push(listener);
}

export function colours() {
  const style = getComputedStyle(document.documentElement);
  const read = name => style.getPropertyValue(`--${name}`).trim();
  return {
    text: read('text'), soft: read('soft'), line: read('line'), raised: read('raised'), accent: read('accent'),
    good: read('good'), warning: read('warning'), attention: read('attention'), attentionBack: read('attention-back'),
  };
}

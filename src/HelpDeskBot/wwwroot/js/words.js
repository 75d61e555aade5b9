// The page's own few words. What the bot says comes in the person's language already.

const german = {
  "Skip to the conversation": "Zum Gespräch springen",
  "Conversations": "Gespräche",
  "+1 hour": "+1 Stunde",
  "+1 day": "+1 Tag",
  "Switch between light and dark": "Zwischen hell und dunkel wechseln",
  "That did not work. Try again.": "Das hat nicht geklappt. Versuch es noch einmal.",
  "This file is not there any more.": "Diese Datei gibt es nicht mehr.",
  "Who are you?": "Wer bist du?",
  "Every tab can be somebody else.": "Jeder Tab kann jemand anderes sein.",
  "Not here": "Nicht hier",
  "Switch": "Wechseln",
  "Employees": "Beschäftigte",
  "Agents": "Agenten",
  "Lead": "Leitung",
  "Admin": "Administration",
  "employee": "Beschäftigte",
  "agent": "Agent",
  "lead": "Leitung",
  "admin": "Administration",
  "Tell me what is wrong, in your own words.": "Sag mir in eigenen Worten, was nicht geht.",
  "Conversation with the bot": "Gespräch mit dem Bot",
  "Chat": "Chat",
  "with the bot": "mit dem Bot",
  "agents": "Agenten",
  "My VPN token is rejected": "Mein VPN-Token wird abgelehnt",
  "The printer is stuck": "Der Drucker hängt",
  "Help": "Hilfe",
  "New tickets appear here.": "Neue Tickets erscheinen hier.",
  "Connecting…": "Verbindung wird hergestellt …",
  "New": "Neu",
  "Your message": "Deine Nachricht",
  "What is wrong?": "Was geht nicht?",
  "Files": "Dateien",
  "Send": "Senden",
  "Attach files": "Dateien anhängen",
  "Remove {name}": "{name} entfernen",
  "New messages": "Neue Nachrichten",
  "Not sent. Check your connection and try again.": "Nicht gesendet. Prüfe deine Verbindung und versuch es noch einmal.",
  "Ask for it": "Darum bitten",
  "Not sent. Try again": "Nicht gesendet. Noch einmal versuchen",
  "Write a note": "Notiz schreiben",
  "Internal note, or reply: to answer the requester": "Interne Notiz, oder Antwort: an den Melder",
  "Add": "Hinzufügen",
  "Show all": "Alle zeigen",
  "Show {count} earlier": "{count} frühere zeigen",
  "edited": "bearbeitet",
  "Close": "Schließen",
  "Form": "Formular",
  "Message options": "Optionen der Nachricht",
  "Edit": "Bearbeiten",
  "Delete": "Löschen",
  "Edit your message": "Nachricht bearbeiten",
  "Save": "Speichern",
  "Cancel": "Abbrechen",
};

export const isGerman = navigator.language.toLowerCase().startsWith('de');

// The English text in the language of the browser, with its {places} filled in.
export function say(text, values = {}) {
  const said = isGerman ? german[text] ?? text : text;
  return Object.entries(values).reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), said);
}

// The texts and labels that stand in the page itself.
export function sayPage() {
  if (!isGerman) return;
  document.documentElement.lang = 'de';
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.textContent);
  for (const element of document.querySelectorAll('[data-say-label]')) element.setAttribute('aria-label', say(element.getAttribute('aria-label')));
}

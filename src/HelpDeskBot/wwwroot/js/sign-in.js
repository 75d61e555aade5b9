// The secret of the link stands behind the #, where no server sees it; it leaves only when the button is pressed.
document.querySelector('[data-sign-in] [name=link]').value = location.hash.slice(1);
history.replaceState(null, '', location.pathname + location.search);

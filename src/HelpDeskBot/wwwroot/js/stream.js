// Keeps a conversation up to date: a WebSocket that comes back where it ended.

const waits = [500, 1000, 2000, 5000, 10_000];

export function follow(session, onActivities, onState) {
  let watermark;
  let tries = 0;

  async function connect() {
    try {
      const url = watermark === undefined ? await session.open() : await session.reopen(watermark);
      listen(new WebSocket(url));
    } catch (error) {
      again(error);
    }
  }

  function listen(socket) {
    socket.onopen = () => { tries = 0; onState(true); };
    socket.onmessage = event => {
      if (!event.data) return; // keep-alive
      const set = JSON.parse(event.data);
      watermark = set.watermark;
      onActivities(set.activities);
    };
    socket.onclose = () => again();
  }

  function again(error) {
    onState(false, error);
    setTimeout(connect, waits[Math.min(tries++, waits.length - 1)]);
  }

  connect();
}

// Draws the app's icons: the speech bubble of the web page's icon, in numbers. Each pixel is looked at in 64 places.
import { deflateSync } from 'node:zlib';

const blue = [0x4f, 0x5b, 0xd5];
const white = [255, 255, 255];
const fine = 8;

const inRounded = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.max(left + radius - x, 0, x - right + radius);
  const dy = Math.max(top + radius - y, 0, y - bottom + radius);
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius;
};

const inTail = (x, y) => x >= 11.5 && y >= 19 && y <= 24 && y <= 24 - ((x - 11.5) * 4) / 4.5;
const inBubble = (x, y) => inRounded(x, y, 9, 8, 23, 20, 2.5) || inTail(x, y);

const distance = (x, y, [ax, ay], [bx, by]) => {
  const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
};

const onTick = (x, y, width) => Math.min(distance(x, y, [13, 14], [15.2, 16.2]), distance(x, y, [15.2, 16.2], [19.5, 12])) <= width / 2;

// Teams rounds the corners of the coloured icon itself.
const coloured = (x, y) => (inBubble(x, y) && !onTick(x, y, 2) ? [...white, 255] : [...blue, 255]);

// One colour on nothing, and larger, since the outline icon has no ground to stand on.
const outlined = (x, y) => {
  const [u, v] = [(x - 16) * 0.52 + 16, (y - 16) * 0.62 + 15.8];
  return inBubble(u, v) && !onTick(u, v, 1.6) ? [...white, 255] : [...white, 0];
};

function pixel(paint, scale, column, row) {
  let [r, g, b, a] = [0, 0, 0, 0];
  for (let i = 0; i < fine * fine; i++) {
    const [x, y] = [(column + ((i % fine) + 0.5) / fine) / scale, (row + (Math.floor(i / fine) + 0.5) / fine) / scale];
    const [pr, pg, pb, pa] = paint(x, y);
    [r, g, b, a] = [r + pr * pa, g + pg * pa, b + pb * pa, a + pa];
  }
  return a === 0 ? [255, 255, 255, 0] : [r / a, g / a, b / a, a / (fine * fine)].map(Math.round);
}

export function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function png(size, paint) {
  const rows = Array.from({ length: size }, (_, row) =>
    [0, ...Array.from({ length: size }, (_, column) => pixel(paint, size / 32, column, row)).flat()]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // eight bits each of red, green, blue and opacity
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const color = () => png(192, coloured);
export const outline = () => png(32, outlined);

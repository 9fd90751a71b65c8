/** Files in one, as they are: pictures are packed already. Source: PKWARE's APPNOTE, sections 4.3.7 to 4.3.16. */
const TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value;
});

const UTF8_NAMES = 0x0800;
const MADE_BY = 20;

export function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** @param files {name, content} each; a content is a text or a Blob @returns {Promise<Blob>} */
export async function zip(files, now = new Date()) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content } of files) {
    const bytes = new Uint8Array(await new Blob([content]).arrayBuffer());
    const encoded = new TextEncoder().encode(name);
    const described = [MADE_BY, UTF8_NAMES, 0, time(now), date(now), [crc32(bytes)], [bytes.length], [bytes.length], encoded.length, 0];
    const header = fields([0x04034b50], ...described);
    parts.push(header, encoded, bytes);
    directory.push(fields([0x02014b50], MADE_BY, ...described, 0, 0, 0, [0], [offset]), encoded);
    offset += header.length + encoded.length + bytes.length;
  }
  const length = directory.reduce((total, part) => total + part.length, 0);
  return new Blob([...parts, ...directory, fields([0x06054b50], 0, 0, files.length, files.length, [length], [offset], 0)], { type: 'application/zip' });
}

/** Numbers of two bytes, and of four where they stand in brackets, the low byte first. */
function fields(...numbers) {
  return Uint8Array.from(numbers.flatMap(number => (Array.isArray(number) ? [0, 8, 16, 24].map(shift => (number[0] >>> shift) & 255) : [number & 255, number >>> 8])));
}

const time = now => (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1);
const date = now => ((now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate();

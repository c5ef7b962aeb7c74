import { crc32, deflateSync } from 'node:zlib';
import qrcode from 'qrcode-generator';

const WIDTH = 640;
const HEIGHT = 480;
const DOT = 8;
const PAPER = 0xf0;
const INK = 0x10;

/** A code on paper, as a grey picture of 640 × 480. */
function greyPicture(text: string): Uint8Array {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const side = code.getModuleCount();
  const picture = new Uint8Array(WIDTH * HEIGHT).fill(PAPER);
  const [left, top] = [(WIDTH - side * DOT) >> 1, (HEIGHT - side * DOT) >> 1];
  for (let y = 0; y < side * DOT; y += 1) {
    for (let x = 0; x < side * DOT; x += 1) {
      if (code.isDark(Math.floor(y / DOT), Math.floor(x / DOT))) picture[(top + y) * WIDTH + left + x] = INK;
    }
  }
  return picture;
}

/** The code held before a camera: an uncompressed video (YUV4MPEG2) of ten pictures. */
export function qrVideo(text: string): Buffer {
  const grey = greyPicture(text);
  const colour = new Uint8Array((WIDTH * HEIGHT) / 2).fill(0x80);
  const frame = [Buffer.from('FRAME\n'), grey, colour];
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, ...Array.from({ length: 10 }, () => frame).flat()]);
}

/** The same as a picture file (PNG, grey). */
export function qrPicture(text: string): Buffer {
  const grey = greyPicture(text);
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) rows.set(grey.subarray(y * WIDTH, (y + 1) * WIDTH), y * (WIDTH + 1) + 1);
  const size = Buffer.alloc(13);
  size.writeUInt32BE(WIDTH, 0);
  size.writeUInt32BE(HEIGHT, 4);
  size.writeUInt8(8, 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { imageStream } from '../../pipeline/read/image/image-stream.js';
import { flattenedPng } from '../../pipeline/read/image/png-pixels.js';

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG of 2 by 2 pixels whose rows are given as stored, each with its filter in front. */
function png(depth: number, type: number, rows: readonly number[], interlaced = 0): Buffer {
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, depth, type, 0, 0, interlaced]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...(type === 3 ? [chunk('PLTE', Uint8Array.from([255, 0, 0, 0, 0, 255]))] : []),
    chunk('IDAT', deflateSync(Uint8Array.from(rows))),
    chunk('IEND', new Uint8Array()),
  ]);
}

describe('an image as PDF holds it', () => {
  it.each<[string, Uint8Array, string]>([
    ['grey of one bit', png(1, 0, [0, 64, 0, 128]), '/Colors 1 /BitsPerComponent 1 /Columns 2'],
    ['colours', png(8, 2, Array(14).fill(0)), '/Colors 3 /BitsPerComponent 8 /Columns 2'],
    ['a palette', png(8, 3, [0, 0, 1, 0, 1, 0]), '[/Indexed /DeviceRGB 1 <ff00000000ff>]'],
  ])('of a PNG: %s', async (_, bytes, entries) => {
    const stream = await imageStream(bytes);
    expect(stream).toMatchObject({ width: 2, height: 2 });
    expect(stream?.entries).toContain(entries);
  });

  it('of a PNG with transparency is laid on white', async () => {
    const rows = [0, 0, 255, 0, 0, 0, 51, 204, 255];
    const stream = await imageStream(png(8, 4, [...rows.slice(0, 5), 0, ...rows.slice(5)]));
    expect([...stream!.data]).toEqual([0, 255, 204, 204]);
    expect(stream?.entries).toBe('/ColorSpace /DeviceGray /BitsPerComponent 8');
  });

  it.each<[string, Uint8Array]>([
    ['interlaced', png(8, 2, Array(14).fill(0), 1)],
    ['of 16 bits with transparency', png(16, 6, Array(34).fill(0))],
    ['with too little data', png(8, 6, [0, 0, 0])],
    ['cut short', png(8, 2, Array(14).fill(0)).subarray(0, 20)],
    ['without anything', new Uint8Array()],
    ['a JPEG cut short', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff])],
    ['a JPEG whose segment has no end', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0])],
    ['JBIG2', Buffer.from('\x97JB2\r\n\x1a\n', 'latin1')],
  ])('is none: %s', async (_, bytes) => {
    expect(await imageStream(bytes)).toBeNull();
  });
});

it.each<[string, readonly number[], readonly number[]]>([
  ['none', [0, 10, 255, 20, 255, 0, 30, 255, 40, 255], [10, 20, 30, 40]],
  ['left', [1, 10, 255, 10, 0, 1, 30, 255, 10, 0], [10, 20, 30, 40]],
  ['above', [0, 10, 255, 20, 255, 2, 20, 0, 20, 0], [10, 20, 30, 40]],
  ['mean', [0, 10, 255, 20, 255, 3, 25, 128, 15, 0], [10, 20, 30, 40]],
  ['Paeth', [0, 10, 255, 20, 255, 4, 20, 0, 10, 0], [10, 20, 30, 40]],
])('undoes the filter of a row: %s', async (_, rows, pixels) => {
  expect([...(await flattenedPng(deflateSync(Uint8Array.from(rows)), 2, 2, 2))!]).toEqual(pixels);
});

it('unpacks no more than the pixels need', async () => {
  const bomb = deflateSync(Buffer.alloc(50_000_000));
  expect([...(await flattenedPng(bomb, 1, 1, 4))!]).toEqual([255, 255, 255]);
});

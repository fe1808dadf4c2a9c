#!/usr/bin/env bash
# utif2 (what reads TIFF for jimp) on a small picture that libtiff 4.5 wrote (tiffcp -f lsb2msb) so that bytes begin
# with their lowest bit: FillOrder 2 of TIFF 6.0.
# Expected: the same picture in both orders, as libtiff reads it, and as the library has it for CCITT's packings;
# seen: where it is not packed each byte is read the wrong way round, without a word.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts utif2@4.1.0 2>/dev/null
cat >probe.cjs <<'JS'
const UTIF = require('utif2');
const files = {
  'not packed, order 1': 'SUkqABgAAAAA/37/Xv9+/w7+////D/9vDQAAAQMAAQAAABAAAAABAQMAAQAAAAgAAAACAQMAAQAAAAEAAAADAQMAAQAAAAEAAAAGAQMAAQAAAAEAAAAKAQMAAQAAAAEAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAEAAAAWAQMAAQAAAAgAAAAXAQQAAQAAABAAAAAcAQMAAQAAAAEAAAApAQMAAgAAAAAAAQAAAAAA',
  'not packed, order 2': 'SUkqABgAAAAA/37/ev9+/3B/////8P/2DQAAAQMAAQAAABAAAAABAQMAAQAAAAgAAAACAQMAAQAAAAEAAAADAQMAAQAAAAEAAAAGAQMAAQAAAAEAAAAKAQMAAQAAAAIAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAEAAAAWAQMAAQAAAAgAAAAXAQQAAQAAABAAAAAcAQMAAQAAAAEAAAApAQMAAgAAAAAAAQAAAAAA',
  'CCITT T.6, order 1': 'SUkqABwAAAAzFI5cofx4PUmoLyLfBHHgAgAgAA0AAAEDAAEAAAAQAAAAAQEDAAEAAAAIAAAAAgEDAAEAAAABAAAAAwEDAAEAAAAEAAAABgEDAAEAAAABAAAACgEDAAEAAAABAAAAEQEEAAEAAAAIAAAAEgEDAAEAAAABAAAAFQEDAAEAAAABAAAAFgEDAAEAAAAIAAAAFwEEAAEAAAATAAAAHAEDAAEAAAABAAAAKQEDAAIAAAAAAAEAAAAAAA==',
  'CCITT T.6, order 2': 'SUkqABwAAADMKHE6hT8evJIV9ET7II4HQAAEAA0AAAEDAAEAAAAQAAAAAQEDAAEAAAAIAAAAAgEDAAEAAAABAAAAAwEDAAEAAAAEAAAABgEDAAEAAAABAAAACgEDAAEAAAACAAAAEQEEAAEAAAAIAAAAEgEDAAEAAAABAAAAFQEDAAEAAAABAAAAFgEDAAEAAAAIAAAAFwEEAAEAAAATAAAAHAEDAAEAAAABAAAAKQEDAAIAAAAAAAEAAAAAAA==',
};
for (const [name, base64] of Object.entries(files)) {
  const file = Buffer.from(base64, 'base64');
  const [page] = UTIF.decode(file);
  UTIF.decodeImage(file, page);
  const pixels = UTIF.toRGBA8(page);
  let row = '';
  // The fifth row of the picture.
  for (let at = 64 * 4; at < 80 * 4; at += 4) row += pixels[at] < 128 ? '#' : '.';
  console.log(`${name}: ${row}`);
}
JS
node probe.cjs >seen
cat seen
cat >expected <<'TXT'
not packed, order 1: ####...#.......#
not packed, order 2: #...#####.......
CCITT T.6, order 1: ####...#.......#
CCITT T.6, order 2: ####...#.......#
TXT
diff expected seen && echo 'as written above'

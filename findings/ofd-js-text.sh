#!/usr/bin/env bash
# ofd.js, the one reader of OFD on npm, on small valid files (GB/T 33190): 1.5.0, its newest version, and 0.2.6, the
# one before.
# Expected: 1.5.0 (Apache-2.0) opens a file as 0.2.6 does; text with Visible="false" is not drawn; a character beyond
# U+FFFF takes one step of DeltaX; characters without a step of their own are drawn; a TextCode without Y goes on in
# the line of the one before. Seen: 1.5.0 answers 授权信息错误 (wrong licence) to any file; 0.2.6 draws hidden text,
# takes the halves of 𬭚 for two characters and leaves out as many behind as steps are missing, and puts a
# TextCode without Y at the top of its box.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  newest@npm:ofd.js@1.5.0 before@npm:ofd.js@0.2.6 jsdom@26.1.0 jszip@3.10.2 2>/dev/null
cat >probe.cjs <<'JS'
const { JSDOM } = require('jsdom');
const JSZip = require('jszip');
const { window } = new JSDOM('', { url: 'http://localhost/', pretendToBeVisual: true });
Object.assign(globalThis, { window, self: globalThis });
for (const name of ['document', 'HTMLElement', 'Blob', 'FileReader', 'DOMParser', 'Image', 'XMLHttpRequest', 'File', 'Node']) globalThis[name] = window[name];
Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true });
const say = console.log;
console.log = () => {};
const xml = (root, inner) => `<?xml version="1.0" encoding="UTF-8"?><ofd:${root} xmlns:ofd="http://www.ofdspec.org/2016">${inner.replace(/<(\/?)(?=[A-Z])/g, '<$1ofd:')}</ofd:${root}>`;
const text = (codes, attributes = '') => `<TextObject ID="9" Font="3" Size="5" Boundary="20 20 170 10" ${attributes}>${codes}</TextObject>`;
async function ofd(objects) {
  const file = new JSZip();
  file.file('OFD.xml', xml('OFD', '<DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody>'));
  file.file('Doc_0/Document.xml', xml('Document', '<CommonData><MaxUnitID>20</MaxUnitID><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea><PublicRes>Res.xml</PublicRes></CommonData><Pages><Page ID="2" BaseLoc="Page.xml"/></Pages>'));
  file.file('Doc_0/Res.xml', xml('Res', '<Fonts><Font ID="3" FontName="宋体"/></Fonts>'));
  file.file('Doc_0/Page.xml', xml('Page', `<Content><Layer ID="4">${objects}</Layer></Content>`));
  return file.generateAsync({ type: 'arraybuffer' });
}
const drawn = async (library, objects) => {
  const bytes = await ofd(objects);
  return new Promise((resolve) =>
    library.parseOfdDocument({
      ofd: bytes,
      success: ([document]) => {
        const [page] = library.renderOfd(800, document);
        resolve([...page.querySelectorAll('text')].map((one) => `${one.textContent}@${one.getAttribute('y')}`).join(' '));
      },
      fail: (error) => resolve(`refused: ${error}`),
    }),
  );
};
const plain = text('<TextCode X="0" Y="5" DeltaX="5 5">见文字</TextCode>');
const seen = [];
(async () => {
  const [newest, before] = [require('newest'), require('before')];
  seen.push(await drawn(newest, plain));
  seen.push(await drawn(before, plain));
  seen.push(await drawn(before, text('<TextCode X="0" Y="5" DeltaX="5">隐去</TextCode>', 'Visible="false"')));
  seen.push((await drawn(before, text('<TextCode X="0" Y="5" DeltaX="5 7 7">𬭚材厂区</TextCode>'))).replace(/[\ud800-\udfff]/g, '?'));
  seen.push(await drawn(before, text('<TextCode X="0" Y="5" DeltaX="5">一二三四</TextCode>')));
  seen.push(await drawn(before, text('<TextCode X="0" Y="5" DeltaX="5">甲市</TextCode><TextCode X="20" DeltaX="5">乙市</TextCode>')));
  for (const line of seen) say(line);
  process.exit(0);
})();
JS
node probe.cjs >seen 2>/dev/null
cat seen
cat >expected <<'TXT'
refused: 授权信息错误
见@19 文@19 字@19
隐@19 去@19
?@19 ?@19 材@19 厂@19
一@19 二@19
甲@19 市@19 乙@0 市@0
TXT
diff expected seen && echo 'as written above'

/** The characters that any Chinese text of some length is full of. */
const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国以要时来用到作地于出就分对成会可主发年动同工也能下过产面方后多定行学法所民经三进等部度家化高理实加量制机业本开合由其事全关各重新市',
);
/** Share of the ideographs that must be frequent ones; running text has 20 % and more, noise 1 %. */
const LEAST_FREQUENT_SHARE = 0.04;
/** Share of the characters that may be of no kind that a notice is printed with; one always may. */
const MOST_ODD_SHARE = 0.03;
/** Characters looked at; the rest is of the same encoding. */
const SAMPLE = 20_000;

/**
 * Whether decoded text reads like a Chinese text rather than like another encoding's bytes: nearly
 * all of its characters are ASCII, ideographs, or Chinese and general punctuation, and of the
 * ideographs a fair share are frequent ones (a text of fewer than 50 needs only one).
 */
export function readsLikeChinese(text: string): boolean {
  let characters = 0;
  let odd = 0;
  let ideographs = 0;
  let frequent = 0;
  for (let at = 0; at < text.length && at < SAMPLE; at++) {
    const code = text.charCodeAt(at);
    characters++;
    if (code >= 0x4e00 && code <= 0x9fff) {
      ideographs++;
      if (FREQUENT.has(text[at]!)) frequent++;
    } else if (!isPrinted(code)) odd++;
  }
  if (odd > Math.max(1, characters * MOST_ODD_SHARE)) return false;
  if (ideographs === 0) return true;
  return ideographs < 50 ? frequent > 0 : frequent >= ideographs * LEAST_FREQUENT_SHARE;
}

const isPrinted = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) ||
  (code >= 0x09 && code <= 0x0d) ||
  (code >= 0x2010 && code <= 0x206f) ||
  (code >= 0x2150 && code <= 0x27bf) ||
  (code >= 0x3000 && code <= 0x303f) ||
  (code >= 0xff00 && code <= 0xffef) ||
  code === 0xb7 ||
  code === 0xd7 ||
  code === 0xa0 ||
  code === 0xfffd;

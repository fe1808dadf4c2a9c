/** GB2312 and GBK are parts of GB18030, and texts labelled so hold characters of all of it. */
const GB_FAMILY =
  /^(?:x-)?(?:gb_?2312(?:[-_]80)?|gbk|gb18030|cp936|ms936|euc-cn|csgb2312|chinese)$/i;

/**
 * The name to decode with: `gb18030` for the whole GB family, as the Encoding Standard has it, else
 * the name itself. Node's own decoder for `gbk` knows no four-byte characters and reads a euro sign
 * as a private one.
 */
export function decodingName(label: string): string {
  return GB_FAMILY.test(label.trim()) ? 'gb18030' : label;
}

import { squeezed } from './squeeze.js';

/** Lines of a notice's frame that say nothing of its matter; each with a line that was met. */
const NOTES: readonly RegExp[] = [
  /^[（(]?此件(?:主动|依申请|不予)?(?:公开|发至|不)[^。]{0,12}[）)]?$/, // （此件公开发布）
  /^[（(]?公开(?:方式|属性|类别|范围|形式)：[一-龥]{2,8}[）)]?$/, // 公开方式：主动公开
  /^(?:抄送|抄报|主送|分送|报送|印发)：/, // 抄送：市委各部门，市人大常委会办公室
  /^[一-龥]{4,30}(?:办公[厅室]|局|委员会|秘书处|办|处)(?:19|20)\d{2}年\d{1,2}月\d{1,2}日印发$/,
  /^[（(]本文有删[减节改][）)]$/,
  /^[（(](?:由于篇幅|篇幅所限|因篇幅)[^（()）]*[）)]$/, // （由于篇幅太长，省略部分内容）
  /^(?:扫一扫|扫描二维码).{0,20}$/, // 扫一扫在手机打开当前页
  /^[一-龥]{2,36}(?:政府|办公[室厅]|委员会|[局厅部委院])文件$/, // 上海市人民政府文件
  /^[-—–=_*~]{3,}$/, // a rule of dashes
  /^(?:签发人|联系人及电话)：/,
  /^[^。]{2,60}\.(?:docx?|wps|pdf)$/i, // 某某实施细则.docx: what the file was called
];
const LONGEST = 200;

/** True for （此件公开发布）, 抄送：…, 某某办公厅2023年6月13日印发 and the like. */
export function isFrameNote(text: string): boolean {
  if (text.length > LONGEST) return false;
  const line = squeezed(text);
  return NOTES.some((note) => note.test(line));
}

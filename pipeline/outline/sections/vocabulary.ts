/** Headings whose blocks tell nobody to do a thing: aims, principles, definitions, scope. */
const GENERAL =
  /总体要求|指导思想|基本原则|工作原则|主要原则|总体思路|工作思路|基本思路|总体考虑|(?:工作|主要|总体|发展|行动|改革|建设|具体|预期|年度|任务|创建|阶段|阶段性)目标|^目标(?:要求)?$|适用范围|适用对象|标准条件|名词解释|概念集|术语|重要意义|重大意义|政策背景|制定背景|出台背景|起草说明|编制依据|制定依据|政策依据|文件依据|基本情况|现状|面临形势|^附则$|^(?:活动|会议|工作)?主题$|^背景|^目的|^定义|^说明$|^备注/;
/** Words that show that such a heading has work beneath it after all. */
const WORK =
  /重点任务|主要任务|工作任务|工作举措|工作措施|主要举措|主要措施|重点工作|保障措施|组织实施|落实/;
/** Headings of notices that often stand without a label. */
const UNLABELLED =
  /^(?:总体要求|指导思想|基本原则|工作原则|工作目标|主要目标|总体目标|发展目标|重点任务|主要任务|工作任务|重点工作|工作举措|主要举措|主要措施|工作措施|政策措施|重点举措|具体措施|实施步骤|工作步骤|时间安排|进度安排|保障措施|组织保障|组织实施|工作要求|有关要求|工作保障|组织领导|附则)$/;
/** Attachments that list, draw or define, whatever their labels are. */
const LISTING =
  /(?:专班|工作组|领导小组|名单|成员|通讯录|联系方式|架构图|体系图|示意图|流程图|路线图|二维码|概念集|名词解释|术语|申请表|登记表|申报表|推荐表|汇总表|承诺书|样表|样本|格式|文书|编码|评分表)$/;

/** Words of a heading without label, spaces and marks at its ends. */
export function headingWords(reading: string): string {
  return reading.replace(/[\s。：:；，]+$/, '').trim();
}

/** Whether the blocks below a heading are aims, principles, definitions or scope, not work. */
export function isGeneralHeading(words: string): boolean {
  return words.length <= 24 && GENERAL.test(words) && !WORK.test(words);
}

/** Whether a short line without label is a heading all the same. */
export function isUnlabelledHeading(words: string): boolean {
  return words.length <= 6 && UNLABELLED.test(words);
}

/** Whether an attachment of this title lists, draws or defines and so holds no tasks. */
export function isListingTitle(title: string): boolean {
  return LISTING.test(title.replace(/[（(][^（）()]*[）)]$/, '').replace(/\s+/g, ''));
}

/** `“企业码”：即企业电子营业执照`, `增值服务：是指…`: a definition, no task. */
export const DEFINITION = /^[^，。]{1,40}?[：:，]?(?:是指|即[^可使将便]|指的是|系指)/;

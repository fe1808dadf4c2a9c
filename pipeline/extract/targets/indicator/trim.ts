/** What opens a clause before the thing that is measured. */
const OPENING =
  /^(?:（[^）]*(?:单位|部门|[局厅委])[^）]*）|其中|并|且|同时|进一步|加快|全力|努力|力争|争取|确保|推动|推进|促进|实现|做到|使得?|将|把|在(?=确保)|至(?!少)|到|自|从|全年|年内|今年|明年|当年|本年度|[上下]半年|[\d一两二三四五]+年内|已建成|每年|每月|每季度|年底|计划(?=全年|新|培育|建)|目前的|现行的?|[\d.]+%(?:[-—~～至][\d.]+%)?的|(?:20\d\d|“?十[四五]五”?)(?:[-—–~～至]20\d\d)?(?:年(?:度|底|末)?(?:前|以前|之前)?|期间|时期|末)?|年?\d{1,2}月(?:底|末)?(?:前|底前)?|底前?|末|前|，|、|和|及|完成|达到|开展|[①-⑳]|\d{1,2}[.．、]|（[一二三四五六七八九十\d]{1,3}）)/;
/** What closes it before the number. */
const CLOSING =
  /(?:分别|均|总体|整体|平均|基本|要|应|需|须|将|力争|确保|争取|超过|达到|累计达?|全部|保持|稳定|控制|实现|完成|新增|增加|提升|提高|压缩|缩短|已|再|重点|都|在|为|至|到|约|也|不|的|按规定|在[^，。；]{2,12}基础上|(?:原则上|一般)?不得?[晚迟]于[^，。；]*|原则上|一般|同比|年均|每年|逐年|[比较](?:上年|去年|上一年|20\d\d年|原来)(?:同期|底|末)?|[由从自](?:法定的?|原来?的?|目前的?|现行的?)?[\d一二两三四五六七八九十半][\d.]*(?:%|个?工作日|[个项件天日小时分钟月年]+))$/;

/** Verbs that bring the counted thing about, before it: 启动“城中村”改造项目10个. */
const LEADING_VERB =
  /^(?:谋划打造|培育形成|培育|形成|建成|建设|打造|支持|设立|组织|引育|引进|推出|集聚|创建|举办|共同成立|完成|实现|新增|开展|推动|新辟|确立|谋划|启动|实施|优化调整|发放|供应(?!链))(?=[^、].{2})/;
/** 引导合作机构逐步将平均担保费率: whom it is asked of, and 将 before what changes. */
const ASKED =
  /^(?:引导|推动|指导|支持|鼓励|督促)?[^，。；]{0,14}?[将把](?=[^，。；]{2,}(?:率|费用|成本|时间|时限|比例|占比|总量|数量)$)/;
/** 提高业扩带电接火率: a verb of change before what changes. */
const CHANGING = /^(?:提高|提升|降低|压缩|压减)(?=[一-鿿]{2,}(?:率|费用|成本|时间|时限|比例)$)/;
/** 各市每年开展, 分局年内组织: who does it how often. */
const WHO_AND_WHEN =
  /^[^，。；]{2,24}?(?:年内|每年|每季度|每月|全年)(?=组织|开展|举办|召开|邀请|形成|培育|新增|建设|打造)/;
const WHOLE_PLACE =
  /^(?:全|我)[市省区县](?=完成|开展|新增(?!、|.*(?:占|率|比))|培育|举办|集聚|建成|打造)/;
/** 在优势制造业新建省级联盟: where it is brought about. */
const WHERE = /^在[^，。；]{2,40}?(?=(?:新建|增设|新增|建设|打造|设立|培育)[一-鿿“])/;

/** The words of a clause without what opens it before, and what closes it after, the thing measured. */
export function trimmed(words: string): string {
  let text = words.trim();
  for (let match = OPENING.exec(text); match !== null; match = OPENING.exec(text)) {
    text = text.slice(match[0].length);
  }
  for (let match = CLOSING.exec(text); match !== null; match = CLOSING.exec(text)) {
    text = text.slice(0, match.index);
  }
  return text;
}

/** The thing itself: without who, where and the verb before it. */
export function withoutVerb(words: string): string {
  const thing = words.replace(WHO_AND_WHEN, '').replace(WHOLE_PLACE, '').replace(WHERE, '');
  return thing.replace(ASKED, '').replace(LEADING_VERB, '').replace(CHANGING, '');
}

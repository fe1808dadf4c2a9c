/**
 * Last words of what is set in 《》 and is no document that lays something down: certificates,
 * forms, letters of one case. 入境货物检验检疫证明, 道路运输证, 行政处罚决定书, 廉政承诺书, 进口药品通关单.
 */
const FORM =
  /(?:证|证明|证书|执照|许可|凭证|批件|通关单|[送报登缴订回运账保提]单|发票|合同|笔录|台账|简历|(?:申请|登记|审批|备案|报送|检查|报名|汇总|推荐|统计|记录|审核|评审|申报|确认|意见)表|(?:声明|承诺|确认|告知|复|邀请|提示|督办|询问)函|(?:决定|告知|承诺|通知|意见|建议|申请|确认|认定|裁定|判决|裁决|委托|说明|证明|报告|保证|申报|催告|协议|合同|责任|任务|调解|处罚|责令|约谈|提示|监督|公证|公开|鉴定|评估|回执|交接|指导)书|清单材料)$/;
const REPORT = /报告$/;
const DATED_OR_OFFICIAL = /\d{4}|政府工作|白皮书|统计公报|党的|全国|中国|[省市县区]/;
/** Newspapers, journals, programmes, sites: 人民日报, 浙里改, 中国质量报. */
const PUBLICATION =
  /(?:日报|晚报|时报|早报|商报|周刊|周报|杂志|[一-龥]{2}报|频道|栏目|公众号|客户端|小程序|软件|系统|平台|网)$/;
/** Last words that short names of laws and treaties have. */
const LAW = /(?:法|法典|宪法|条例|公约|协定|条约|章程|党章|民法典|规定|办法|规范|标准|目录|清单)$/;
/** 《条例》, 《实施方案》: a document that was named in full before. */
const SHORT_FORM =
  /^(?:本|该|实施|工作|行动|指导|管理|暂行|若干|政策|任务|总体|三年行动)?(?:条例|办法|规定|意见|方案|通知|措施|计划|规划|纲要|要点|细则|规范|标准|目录|清单|决定|公告|指南|指引|举措|制度|报告|法|章程)$/;
const SHORTEST_PLAIN_TITLE = 6;
const TRAILING_BRACKETS = /[（(][^（()）]{0,20}[）)]$/;

/** True where a title in 《》 may be that of a document: a law, a notice, a plan, a standard. */
export function isDocumentTitle(title: string): boolean {
  const bare = title.replace(TRAILING_BRACKETS, '');
  if (SHORT_FORM.test(bare)) return false;
  if (LAW.test(bare)) return true;
  if (FORM.test(bare) || PUBLICATION.test(bare)) return false;
  if (REPORT.test(bare)) return DATED_OR_OFFICIAL.test(title);
  return title.length >= SHORTEST_PLAIN_TITLE;
}

import type { Mention } from '../frame.js';
import { trimmed } from './trim.js';

/** What is limited is the time that the words before name, not an action: 平均办理时间不超过3个工作日. */
const MEASURE_OF_TIME =
  /(?:时间|时限|时长|周期|工期|期限|审限|用时|耗时|时效|期|限|环节|审批|流程)(?:合计|原则上|一般|平均)?$/;
/** 应当自收到之日起7个工作日内，…: the action stands in the next clause. */
const LEADS_ON = /(?<!不得?[晚迟]于[^，。；]*)(?:之日起|[后前]的?|应当?在?|须在?|要在|起)$/;
const DUTY_AND_MANNER = /^(?:内)?(?:应当?|须|要|并|予以|进行|完成)(?=[一-鿿]{2,})/;
/** 决策承办单位要向社会公开…: who does it is no part of what is done. */
const WHO_MUST =
  /^[一-龥（）、]{2,16}?(?:部门|单位|机关|机构|采购人|[委局厅办])(?:应当|应(?![用急])|须|要|必须)(?=[一-龥])/;
const LONGEST_ACTION = 80;
const APART = /（(?:不含|除)[^）]*）$/;
/** An action that says nothing of what it is done with. */
const BARE_VERB =
  /^(?:办结|完成|支付|响应|办理|办理完毕|办好|办成|反馈|答复|审结|到位|兑现|审核|核准|组织|上报|受理|送达|处置|回应|解决|研究解决|审批|批复|核发|出具|发放|验收|公示|复核|评审)$/;
const DUTY = /应当?(?!用|急)|须|必须|原则上|一般(?=[在应不]|$)|要(?![素求点件])|在(?=[^，]{2,}后$)/;
const NO_SUBJECT = /[后前的起]$|^(?:对|在|自|经|由|向)/;

/**
 * The action that a length of time limits (在3个工作日内作出处理决定), with what it is done to where it
 * is a bare verb (行政裁决案件60日内办结: 行政裁决案件办结); null where the words before name a time.
 */
export function limitedAction(mention: Mention): string | null {
  const { quantity, after, text } = mention;
  if (quantity.kind !== 'time' || MEASURE_OF_TIME.test(mention.before)) return null;
  const following = /^[一-鿿]/.test(after)
    ? after
    : after === '' && text[quantity.end] === '，' && LEADS_ON.test(mention.before)
      ? nextClause(text, quantity.end + 1)
      : '';
  const action = withoutManner(following);
  if (action === '') return null;
  return BARE_VERB.test(action) ? subjectOf(mention.before) + action : action;
}

function nextClause(text: string, start: number): string {
  return /^[^，。；\n]*/.exec(text.slice(start, start + LONGEST_ACTION))![0];
}

function withoutManner(words: string): string {
  let action = words.replace(APART, '').replace(WHO_MUST, '');
  for (let match = DUTY_AND_MANNER.exec(action); match; match = DUTY_AND_MANNER.exec(action)) {
    action = action.slice(match[0].length);
  }
  return action.slice(0, LONGEST_ACTION);
}

/** The noun phrase before the verb of duty (政府采购预付款应在具备条件后5个工作日内支付), else empty. */
function subjectOf(before: string): string {
  const duty = DUTY.exec(before);
  const subject = before.slice(0, duty?.index).replace(/[在于]$/, '');
  return NO_SUBJECT.test(subject) ? '' : trimmed(subject);
}

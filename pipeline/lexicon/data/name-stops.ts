import type { Entry } from '../vocabulary.js';

const RUNNING_TEXT = {
  class: 'name_stop',
  source: 'running text of notices of 2015–2026',
  date: '2026-11-29',
} as const;

/** A word with longer ones that hold it and are not it: `组织 组织部 组织处`. */
const LINES = `
报 报社 报业
函告
授权
协调 协调小组 协调领导 协调办 协调机制 协调处 协调中心
根据
指定
组建
按照
按
以 以上 以下 以内 以外
对
向
将
担任
负责 负责单位 负责部门 负责人
牵头 牵头单位 牵头部门
组织 组织部 组织处 组织科
统筹 统筹办 统筹处 统筹科
会同
联合 联合会 联合体 联合国
配合
做好
认真
贯彻
落实
加强
开展
在门户
共同
进行
具体
提请
制定
出台
印发
应当
应 应急 应城 应县
需
要
`;

/** Words that end a run of bodies' names in running text: what they do, or others that they do it with. */
export const NAME_STOPS: readonly Entry<'name_stop'>[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [word, ...except] = line.split(' ');
    return { ...RUNNING_TEXT, word: word!, except };
  });

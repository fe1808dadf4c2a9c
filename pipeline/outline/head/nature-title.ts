import type { Issued } from './evidence.js';

const BRACKETS = /(?:[（(〔【[][^（()）〕】\]]{0,30}[）)〕】\]])+$/;
/** Notices that send another text out, or lay it open for comment. */
const SENDS = /通知$|征求.*意见的?(?:公告|通告|通知|函|启事)?$/;
/** `某署公告2008年第3号`: the number behind the word. */
const SERIAL = /(?:(?:19|20)\d{2}年)?第\d{1,4}号$/;

/** A title without the brackets and marks behind its last word. */
export const bareTitle = (title: string): string =>
  title
    .replace(BRACKETS, '')
    .replace(/[》〉”]+$/, '')
    .replace(BRACKETS, '')
    .replace(/[！!。]+$/, '');

/** A title without the number behind its last word. */
export const withoutSerial = (title: string): string => title.replace(SERIAL, '');

/** Title of a notice that only sends another out: what it sends decides. */
export function decisiveTitle({ title, carries }: Issued): string {
  const sent = carries.at(0);
  return bareTitle(sent !== undefined && SENDS.test(bareTitle(title)) ? sent : title);
}

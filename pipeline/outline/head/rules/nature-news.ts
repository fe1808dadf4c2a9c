import { NEWS_VERBS } from '../../../lexicon/data/natures.js';
import { alternation } from '../../../lexicon/vocabulary.js';
import type { Issued } from '../evidence.js';
import { namesNoKind } from '../genre.js';
import { HELD, NEWS_BYLINE } from '../nature-signs.js';
import {
  HEADLINE,
  HEADLINE_OF_PAPER,
  hasByline,
  isSigned,
  NEWS_OPENING,
  namesReporter,
  REPORTED,
  TOLD,
  tellsNews,
} from '../news-signs.js';
import { makesResponsible } from '../responsible.js';
import { type NatureRule, opening, say } from './nature-parts.js';

const NEWS = new RegExp(alternation(NEWS_VERBS));

/** Whether nothing of a letter stands above or below the text: news is addressed to none, bears no number and is signed by none. */
const isNoLetter = (head: Issued): boolean =>
  head.opening.recipients === null &&
  head.opening.docNumber === null &&
  head.facts.doc_number === null &&
  !isSigned(head);

/** A headline by its shape. */
export const newsHeadline: NatureRule = {
  id: 'head.nature-news-headline',
  summary:
    'A headline: who or where, a colon or bar, what happened; or what was held, above a byline.',
  example: '【重庆云阳：】把健康融入所有政策',
  read(head) {
    const { recipients, docNumber } = head.opening;
    const isSent = recipients !== null || docNumber !== null || isSigned(head);
    if (isSent || head.title.includes('关于')) return null;
    const hasByline = opening(head).some((line) => NEWS_BYLINE.test(line));
    const isHeadline = HEADLINE.test(head.title.replace(/:/g, '：'));
    return say('news', isHeadline || (hasByline && NEWS.test(head.title)));
  },
};

/** A title that tells what happened. */
export const newsTitle: NatureRule = {
  id: 'head.nature-news-title',
  summary: 'A title that tells what happened.',
  example: '广东多项医保新措1月1日【起实施】',
  read: ({ title, opening: { recipients } }) =>
    say('news', recipients === null && (NEWS.test(title) || HELD.test(title))),
};

/** How the first paragraph opens. */
export const newsOpening: NatureRule = {
  id: 'head.nature-news-opening',
  summary: 'An opening that says where the news comes from.',
  example: '【据央行2月24日消息】，中国人民银行、中国银保监会发布关于…的通知。',
  read(head) {
    const first = opening(head)[0] ?? '';
    const reported = [NEWS_OPENING, NEWS_BYLINE, REPORTED].some((sign) => sign.test(first));
    return say('news', head.opening.recipients === null && (reported || namesReporter(head)));
  },
};

/** Who is quoted. */
export const newsReported: NatureRule = {
  id: 'head.nature-news-told',
  summary:
    'A text whose title names no kind, and that says who told it, or when the press was told.',
  example: '【业内人士认为】，上述政策降低了购房门槛。',
  read: (head) =>
    say(
      'news',
      namesNoKind(head.title) &&
        head.opening.recipients === null &&
        opening(head).some((line) => TOLD.test(line)) &&
        !makesResponsible(head.blocks),
    ),
};

/** A headline that says a paper has come out, with the news of it below. */
export const newsOfPaper: NatureRule = {
  id: 'head.nature-news-paper',
  summary: 'A headline that says who brought out a paper, with an account of it below.',
  example: '农业农村部【印发《畜牧兽医行业发展规划》】 近日，农业农村部印发…',
  read(head) {
    const first = opening(head)[0] ?? '';
    const isReported = NEWS_OPENING.test(first) || REPORTED.test(first) || tellsNews(first);
    return say('news', isNoLetter(head) && HEADLINE_OF_PAPER.test(head.title) && isReported);
  },
};

/** A page with a byline that tells what came about. */
export const newsOfPage: NatureRule = {
  id: 'head.nature-news-page',
  summary: 'A page with a byline whose title names no kind, and whose text tells what came about.',
  example: '某市调整自来水价格 【作者：某厂】 经省物价局批准，自来水价格【从3月22日开始调整】。',
  read: (head) =>
    say(
      'news',
      head.title !== '' &&
        namesNoKind(head.title) &&
        isNoLetter(head) &&
        hasByline(head) &&
        opening(head).slice(0, 4).some(tellsNews) &&
        !makesResponsible(head.blocks),
    ),
};

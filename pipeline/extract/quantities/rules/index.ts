import type { QuantityRule } from '../rule.js';
import { achievement } from './achievement.js';
import { aimedShare } from './aimed-share.js';
import { assigned } from './assigned.js';
import { atLeast } from './at-least.js';
import { attribute } from './attribute.js';
import { builtStages } from './built-stages.js';
import { caseOfRule } from './case.js';
import { changeTo } from './change-to.js';
import { charge } from './charge.js';
import { citedArticle } from './cited-article.js';
import { comparison } from './comparison.js';
import { datedState } from './dated-state.js';
import { deliveryRate } from './delivery-rate.js';
import { eachAmount } from './each-amount.js';
import { entitling } from './entitling.js';
import { existing } from './existing.js';
import { extent } from './extent.js';
import { formerValue } from './former-value.js';
import { fundingSource } from './funding-source.js';
import { givenInAll } from './given-in-all.js';
import { grade } from './grade.js';
import { headedList } from './headed-list.js';
import { kindName } from './kind-name.js';
import { listed } from './listed.js';
import { loweredFee } from './lowered-fee.js';
import { measuredNoun } from './measured-noun.js';
import { norm } from './norm.js';
import { openedCase } from './opened-case.js';
import { outcome } from './outcome.js';
import { ownShare } from './own-share.js';
import { partOfTarget } from './part-of-target.js';
import { past } from './past.js';
import { permission } from './permission.js';
import { plannedInvestment } from './planned-investment.js';
import { processLimit } from './process-limit.js';
import { quota } from './quota.js';
import { quoted } from './quoted.js';
import { reachedByChangeRule } from './reached-by-change.js';
import { reduction } from './reduction.js';
import { respectively } from './respectively.js';
import { restriction } from './restriction.js';
import { setLimit } from './set-limit.js';
import { shareInBrackets } from './share-in-brackets.js';
import { shareOfPlaces } from './share-of-places.js';
import { shareOfThings } from './share-of-things.js';
import { sizeClass } from './size-class.js';
import { spread } from './spread.js';
import { statedAim } from './stated-aim.js';
import { step } from './step.js';
import { subsidy } from './subsidy.js';
import { supposed } from './supposed.js';
import { term } from './term.js';
import { unaimed } from './unaimed.js';
import { voucher } from './voucher.js';
import { wholeShare } from './whole-share.js';
import { workParts } from './work-parts.js';

/**
 * The rules of quantities, the first that speaks decides. What is part of a name comes first, then what
 * was so before; then who or what is covered; then what somebody gets, pays or may do; then what is to be
 * reached. What is left describes.
 */
export const QUANTITY_RULES: readonly QuantityRule[] = [
  quoted,
  citedArticle,
  grade,
  kindName,
  spread,
  shareInBrackets,
  respectively,
  formerValue,
  past,
  fundingSource,
  reachedByChangeRule,
  step,
  voucher,
  restriction,
  supposed,
  shareOfThings,
  caseOfRule,
  sizeClass,
  attribute,
  openedCase,
  entitling,
  term,
  loweredFee,
  setLimit,
  ownShare,
  deliveryRate,
  aimedShare,
  givenInAll,
  eachAmount,
  subsidy,
  norm,
  permission,
  charge,
  assigned,
  headedList,
  workParts,
  existing,
  plannedInvestment,
  extent,
  wholeShare,
  reduction,
  outcome,
  comparison,
  changeTo,
  processLimit,
  measuredNoun,
  atLeast,
  quota,
  shareOfPlaces,
  achievement,
  builtStages,
  listed,
  partOfTarget,
  statedAim,
  datedState,
  unaimed,
];

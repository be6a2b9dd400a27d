import type { Rule } from '../rule.ts';
import { agreement, possessive } from './agreement.ts';
import { article } from './article.ts';
import { compound } from './compound.ts';
import { dashStyle } from './dash-style.ts';
import { doubledWord } from './doubled-word.ts';
import { headingFullStop, missingFullStop } from './full-stop.ts';
import { emptyLink, placeholder } from './left-in.ts';
import { listPunctuation, missingComma, runInList } from './lists.ts';
import { numberForm, thousands } from './numbers.ts';
import { mixedQuotePair, nestedBrackets, unpairedBracket, unpairedQuote } from './pairs.ts';
import { doubledPunctuation, spaceBeforePunctuation } from './punctuation.ts';
import { apostropheStyle, quoteStyle } from './quote-style.ts';
import { residue, trackedChange } from './residue.ts';
import { dashSpacing, doubleSpace, missingSpace } from './spacing.ts';

/** The rules of the group `text`, in the order in which their pages are listed. */
export const textRules: readonly Rule[] = [
  doubledWord,
  doubledPunctuation,
  spaceBeforePunctuation,
  missingSpace,
  dashSpacing,
  doubleSpace,
  unpairedBracket,
  nestedBrackets,
  unpairedQuote,
  mixedQuotePair,
  quoteStyle,
  apostropheStyle,
  dashStyle,
  missingFullStop,
  headingFullStop,
  placeholder,
  emptyLink,
  residue,
  trackedChange,
  listPunctuation,
  runInList,
  missingComma,
  article,
  agreement,
  possessive,
  compound,
  thousands,
  numberForm,
];

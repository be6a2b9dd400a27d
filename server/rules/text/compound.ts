import { scannedProse } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isRunning, replaceBy } from './help.ts';

/** What is joined to `-related` before a noun: `security-related standards`. */
const TOPIC =
  'cybersecurity|security|cyber|cybercrime|ICT|ICTs|IoT|AI|5G|privacy|spam|telecommunication|technology|health|climate|trust|policy|safety|identity|Internet|internet|gender|child|children|fraud|emergency|disaster|COVID-19';
const NOUN = '(?!to\\b|with\\b|and\\b|or\\b|in\\b|the\\b)[A-Za-z]{3,}';

const PATTERNS = [
  new RegExp(`(?<![\\w-])(?:${TOPIC})( )related (?=${NOUN})`),
  /(?<![\w-])[Ff]orward( )looking (?=[a-z]{4,})/,
  /(?<![\w-])[Hh]igh( )level (?=(?:meeting|event|dialogue|segment|panel|conference|session|expert|debate|forum|track|policy|representative|delegation|official|discussion|roundtable|statement|advisory|political)s?\b)/,
  /(?<![\w-])[Ll]ong( )term (?=(?:strategy|strategies|plan|planning|goal|objective|effort|programme|project|solution|sustainability|partnership|vision|impact|commitment|support)s?\b)/,
  /(?<![\w-])[Ss]hort( )term (?=(?:strategy|strategies|plan|goal|objective|effort|programme|project|solution|measure|support)s?\b)/,
  /(?<![\w-])(?:ITU|UN|system|region|nation|country|government|industry|sector|community|organization)( )wide (?=(?:strategy|framework|approach|policy|initiative|effort|coordination|programme|project|response|plan|consultation)s?\b)/,
  /(?<![\w-])(?:[Cc]loud|[Rr]isk|[Ee]vidence|[Cc]ommunity|[Rr]ights|[Ww]eb|[Ss]cenario|[Rr]ules|[Ii]dentity|[Ss]tandards|[Rr]esults)( )based (?=(?:approach|framework|service|security|training|exercise|platform|tool|assessment|management|system|solution|method|policy|application)s?\b)/,
  /(?<![\w-])[Rr]eal( )time (?=(?:monitoring|information|data|analysis|detection|communication|response|threat|exchange|sharing|traffic)\b)/,
  /(?<![\w-])[Dd]ecision( )making (?=(?:process|body|bodies|tool|authority)\b)/,
  /(?<![\w-])[Uu]ser( )friendly (?=[a-z]{4,})/,
].map(one => new Pattern(one));

/** Two words that describe the noun behind them, without the hyphen that joins them. */
export const compound: Rule = {
  id: 'text/compound-hyphen',
  title: 'A hyphen is missing in a compound before a noun',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    for (const pattern of PATTERNS) {
      for (const found of pattern.matches(scannedProse(block))) {
        const start = found.index;
        const words = found[0].trimEnd();
        const gap = start + words.lastIndexOf(' ');
        remark({
          at: { start, end: start + words.length },
          say: 'text/compound-hyphen',
          with: { wrong: words, right: words.replace(/ (?=\w+$)/, '-') },
          fixes: replaceBy(say('text/compound-hyphen:fix'), { start: gap, end: gap + 1 }, '-'),
        });
      }
    }
  },
};

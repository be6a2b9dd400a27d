/**
 * Patterns that recheck does not call linear, and why they cost no more than a text is long all the same. One that
 * is changed has to be looked at anew: `npm run patterns` names its sum.
 */
export interface Reviewed {
  /** The sum of the whole pattern. */
  readonly sum: string;
  /** How it begins, for the reader. */
  readonly begins: string;
  readonly why: string;
}

/** Files whose patterns the editor runs, and what bounds the text that it gives them. */
export const REVIEWED_FILES: Readonly<Record<string, string>> = {
  'syntaxes/gca-report.tmLanguage.json':
    'the editor colours no line of more than 20 000 characters (editor.maxTokenizationLineLength)',
};

export const REVIEWED: readonly Reviewed[] = [
  {
    sum: 'a24d4978c0cd5936',
    begins: '/\\[\\^([^[\\]\\s]{1,40})\\]/g',
    why: 'at most 40 characters behind each mark',
  },
  {
    sum: 'cc60a59f1246649b',
    begins: '/[\\s\\S]*\\n/',
    why: 'reads the 60 characters before the caret',
  },
  {
    sum: '32bc238b5ae2a979',
    begins: '/^(#{1,3})[ \\t]*([^#\\n]{0,60})$/',
    why: 'reads the line up to the caret, and at most 63 characters of it',
  },
  {
    sum: '94edcf849b098e41',
    begins: "/(?<![\\w-])([A-Za-z][\\w'-]*(?:[ \\u00a0][\\w'/-]+){0,3})$/",
    why: 'reads the 80 characters before the caret',
  },
  {
    sum: 'a69324a10177ea0a',
    begins: '/[\\s\\S]*[\\r\\n]/',
    why: 'reads the 80 characters before the caret',
  },
  {
    sum: '340f19004d425f65',
    begins: '/(?:\\b(ITU-([TR])|Recs?\\.|Recommendations?)[ \\u00a0]+)?(?<![',
    why: 'reads the 120 characters before the caret',
  },
  {
    sum: '8ace713a630c8321',
    begins: '/[A-Z]{1,3}\\.\\d[\\w.]*(?:[ \\u00a0]*,|[ \\u00a0]+and)[ \\u00a0]+',
    why: 'reads the 120 characters before the caret',
  },
  {
    sum: '71a5e0e8fa8557c3',
    begins: '/\\bITU-([TR])[ \\u00a0]+((?!SG|Study|Focus|Question|Recommend',
    why: 'reads the 120 characters before the caret',
  },
  {
    sum: '306672b762487292',
    begins: '/^(\\S+\\d\\S*) Suppl\\./',
    why: 'reads the identifiers of our own data, when they are compiled',
  },
  {
    sum: 'd592e00a86b60f11',
    begins: '/(\\d+(?:-\\d+)?)\\s*\\/\\s*(\\d+)\\s*$/',
    why: 'reads the last 20 characters of an identifier',
  },
  {
    sum: '4780b6fc21325508',
    begins: '/\\(.*$|-[A-Z]$/g',
    why: 'reads an identifier of a Council document as it was recognised, which has a bounded length',
  },
  {
    sum: 'a96142e2c2f0e5d8',
    begins: '/[\\r\\n]+$/',
    why: 'reads the excerpt of a line, cut to the width of a screen',
  },
  {
    sum: '998502b87987654b',
    begins: '/^\\s*((?:19|20)\\d{2})?\\s*,?\\s*(.*?)\\s*$/',
    why: 'reads at most the 120 characters between the brackets of a mark',
  },
  {
    sum: 'b8248a4148056bc5',
    begins: '/\\b(?:activities|period|progress|work|efforts)\\b[^.\\n]{0,80}',
    why: 'every repetition is bounded: at most 80 characters behind each of the words',
  },
  {
    sum: '70e8a0350c35af65',
    begins: '/\\[bookmark:[^\\]\\n]{0,200}\\]|\\[footnoteRef:\\d{1,4}\\]|\\[\\d{1,',
    why: 'what is bounded by thousands stops at the next opening sign',
  },
  {
    sum: '8ad1a63ff9b3498e',
    begins: '/\\b(?:total|number|count|tally)\\b[^.;:()]{0,90}?(?::|\\s(?:to',
    why: 'reads the 110 characters before a number',
  },
  {
    sum: 'c795e85ea704d79b',
    begins: '/[^.;:()]*:?\\s{0,2}$/',
    why: 'reads the 110 characters before a number',
  },
  {
    sum: '53f551d1348c5828',
    begins: '/^(?:\\s+[a-z][a-z-]*){0,3}?\\s*(?:,|;|\\bof\\b|,?\\s*\\b(?:and|or',
    why: 'reads at most the 60 characters between two numbers',
  },
  {
    sum: '78564e7457f45436',
    begins: '/\\b(?:increas|gr[eo]w|ris|rose|up|expand|rais|went|go|jump|c',
    why: 'reads the 110 characters before a number',
  },
  {
    sum: '05eb741997f347fc',
    begins: '/^<!--\\s*gca-report-confirmed\\s+(\\d[\\d., ]*)\\s+(\\S.*?)\\s+((?',
    why: 'reads the first 300 characters of a comment',
  },
  {
    sum: 'b83f019a8e04b17d',
    begins: '/(?:resolution|decision|document|annex|convention|constituti',
    why: 'reads the 70 characters before a reference',
  },
  {
    sum: '102b861be4b86aaf',
    begins: '/^[ \\t\\u00a0#*\\d.]{0,12}([A-Z][^\\n]{3,80}?)[*: \\t\\r]{0,40}$/',
    why: 'one attempt for each line, of at most 130 characters',
  },
  {
    sum: '44f2adc133b54bb7',
    begins: '/Agenda item\\s*:?\\s*([^|\\t*_]{0,80}?)\\s*(?=[*_|]|$)/i',
    why: 'reads lines of at most 600 characters',
  },
  {
    sum: 'a2a76880d2a605a9',
    begins: '/(?:^|[|\\t]\\s*|\\bDate\\s*:\\s*)[*_]{0,3}(\\d{1,2}(?:st|nd|rd|th',
    why: 'reads lines of at most 600 characters',
  },
  {
    sum: '152254f85aa63b2b',
    begins: '/(?<![\\s.:;])[\\s.:;]+$/',
    why: 'begins where a run begins, and once there',
  },
  {
    sum: 'e7e872e77a9f0869',
    begins: '/\\b(?:from|between|period)\\b[^.\\n]{0,60}?\\b(?:to|and|until|-',
    why: 'reads the first 4 000 characters, at most 60 behind each of the words',
  },
  {
    sum: 'c9240c8350cd8ab1',
    begins: '/(?:[A-Z]{2,}[\\s&]+)+$/',
    why: 'reads the 24 characters before an acronym',
  },
  {
    sum: '6f7711c552d4c189',
    begins: '/^(?:[\\s,/&-]|and|to|or|until|in|of|\\d{1,2}(?:st|nd|rd|th)?(',
    why: 'reads the 80 characters behind a month',
  },
  {
    sum: '9f7f57a916da0e43',
    begins: '/^[\\s,:]*(?:(?:the|a|in|to|new|revised|ITU-[TRD]|Recs?\\.?|Re',
    why: 'reads a list of at most 6 000 characters, on single spaces',
  },
  {
    sum: 'cd928ecb334c248a',
    begins: '/(?:^|[,;/|])\\s*(?:(?:and|or)\\s+)?(?:(?:the|a|in|to|new|revi',
    why: 'reads a list of at most 6 000 characters, on single spaces',
  },
  {
    sum: 'b6a42829d5a15c8d',
    begins: '/\\s(?:and|or)\\s+(?:(?:the|a|in|to|new|revised|ITU-[TRD]|Recs',
    why: 'reads a list of at most 6 000 characters, on single spaces',
  },
  {
    sum: '4bfd751add39d2b5',
    begins: '/^([^.:;()\\d"]{0,120}?)(:\\s|\\s-\\s|\\s?\\(|,?\\s+namely[:,]?\\s|,',
    why: 'reads the 132 characters behind a figure',
  },
  {
    sum: '58c017b7d5f04d8d',
    begins: '/(?:\\s+(?:of|the|and|de|for|&))+$/',
    why: 'reads one name of a list of at most 6 000 characters, on single spaces',
  },
  {
    sum: '4c5a91f6d50655a2',
    begins: '/\\s+and\\s+(?=(?:the\\s+)?[A-Z\\u00c0-\\u00de])/',
    why: 'reads one name of a list of at most 6 000 characters, on single spaces',
  },
  {
    sum: '40c6a449f2f8e680',
    begins: '/\\s+$/',
    why: 'reads one name of a list of at most 6 000 characters, on single spaces',
  },
  {
    sum: 'f1160121d50a9ff2',
    begins: '/[Ff]ocus\\s[Gg]roup\\s(?:on|for)\\s(?:the\\s)?([^().;:]{4,140}?',
    why: 'reads the 200 characters before an acronym',
  },
  {
    sum: '8465d7a87c3bb5fb',
    begins: '/[^,;:()]*$/',
    why: 'reads the words before an identifier, bounded by BEFORE',
  },
  {
    sum: '4ce83ccbbb841260',
    begins: '/^([A-Z])([.\\s]\\s?Sup[a-z]{0,12}\\.?\\s?)(\\w[\\w.-]*)$/',
    why: 'reads an identifier as it was recognised',
  },
  {
    sum: 'f3df29980631de4c',
    begins: '/\\b(?:Recommendations|Supplements|standards|texts)\\b[^.:;]{0',
    why: 'every repetition is bounded: at most 80 characters behind each of the words',
  },
  {
    sum: 'b05aa5e1928fa64f',
    begins: '/[,;]\\s{1,10}(?:and\\s{1,10})?|\\s{1,10}and\\s{1,10}/g',
    why: 'every repetition is bounded',
  },
  {
    sum: '454962fea45058e7',
    begins: '/^(?:and\\s+)?(?:(?:also\\s+)?(?:agreed|approved|adopted|deter',
    why: 'reads the first 60 characters of a point',
  },
  {
    sum: '3e87857c6e04c1d4',
    begins: '/^\\s*(?:\\(?[\\da-zA-Z]{1,4}[.)]|[-·•*–])?\\s*(?=\\S)/',
    why: 'reads items of at most 400 characters',
  },
  {
    sum: '076d61e76ead80b6',
    begins: '/[\\s;,.]+(?:and\\s*)?$/',
    why: 'reads items of at most 400 characters',
  },
  {
    sum: 'a632262cff699c2d',
    begins: '/\\s+"[^"]*"$/',
    why: 'reads the target of a link, at most 600 characters',
  },
  {
    sum: '911dce4e250b0438',
    begins: '/[.,;:]+$/',
    why: 'reads an address of at most 610 characters',
  },
  {
    sum: 'a5dafd1de8360925',
    begins: '/(?<![\\r\\n])[\\r\\n]+$/',
    why: 'begins where a run begins, and once there',
  },
  {
    sum: 'f2a757b157bd12b2',
    begins: "/(?<!['&/.+-])['&/.+-]+$/",
    why: 'begins where a run begins, and once there',
  },
  {
    sum: '78cad98988bd6b0c',
    begins: '/^<!--\\s*gca-report-(disable-next-line|disable-line|disable-',
    why: 'reads the first 2 000 characters of a comment',
  },
  {
    sum: '4416e8a449f9f3b1',
    begins: '/[ \\t]*$/',
    why: 'reads the 200 characters before a comment',
  },
  {
    sum: '71f7ea7a6fe7be01',
    begins: '/<!--(?:(?!-->)[\\s\\S]){0,2000}-->|\\[\\^[^[\\]\\s]{1,100}\\]|\\]\\(',
    why: 'reads what stands between two equal words: masked stretches of at most 40 characters each',
  },
  {
    sum: '4c9b03588ccedd24',
    begins: '/(?:https?:\\/\\/|www\\.)\\S+$|`$/',
    why: 'reads the last 300 characters of a paragraph',
  },
  {
    sum: 'fc939c02f9322ad0',
    begins: '/\\[((?:[^[\\]\\n\\\\]|\\\\.){1,300})\\]\\(\\s{0,4}#?\\s{0,4}\\)/g',
    why: 'at most 300 characters behind each bracket, and none beyond the next',
  },
  {
    sum: 'bfae7d45031ca921',
    begins: '/\\b(?:PAGEREF|HYPERLINK|TOC|REF|SEQ|MERGEFIELD)\\s+(?:_\\w{3,4',
    why: 'every repetition is bounded, and a run of spaces belongs to one word before it',
  },
  {
    sum: 'c15a29c06a5256f7',
    begins: '/<!--[\\s\\S]*?(?:-->|$)|`[^`\\n]+`|\\[bookmark:[^\\]\\n]{0,200}\\]',
    why: 'what is bounded by thousands stops at the next opening sign; the growth of it is measured in growth.test.ts',
  },
  {
    sum: 'd310656fd2b9de39',
    begins: '/<w:abstractNum [\\s\\S]*?<\\/w:abstractNum>/g',
    why: 'reads XML that was written a moment before, in which every element is closed',
  },
  {
    sum: 'ea54d67fbddf54f1',
    begins: '/\\[\\^([^[\\]\\s]{1,100})\\](?!:)/g',
    why: 'at most 100 characters behind each mark, and none beyond the next',
  },
  {
    sum: 'f3acfa886efe154f',
    begins: '/\\B(?=(?:\\d{3})+$)/g',
    why: 'reads the digits of one number',
  },
  {
    sum: '04f646fe5365e0e7',
    begins: '/\\bactivities\\b[^.\\n]{0,80}? (?:in|during|for) ',
    why: 'reads the first 4 000 characters, at most 80 behind each of the words',
  },
  {
    sum: '25b6456c3d27abf4',
    begins: '/(?<=[^ \\t\\r\\n(]( {1,40}))([,;:.?!])',
    why: 'looks back over at most 40 spaces from each mark',
  },
  {
    sum: '98ca12a0db3b0d6a',
    begins: '/\\(( {1,40})(?=[^\\s)])|(?<=[^\\s(]( {1,40}))\\)/',
    why: 'reads at most 40 spaces beside each bracket',
  },
  {
    sum: '113a33ff225e9200',
    begins: '/[*+?]|\\{(\\d+)(,?)(\\d*)\\}/y',
    why: 'sticky: reads one count of one of our own expressions',
  },
  {
    sum: 'd78ec034c3d58779',
    begins: '/(?<=[^ \\t\\r\\n(]( {1,40}))([,;:.?!])',
    why: 'looks back over at most 40 spaces from each mark',
  },
  {
    sum: '00b374a69f7096fb',
    begins: '/\\(( {1,40})(?=[^\\s)])|(?<=[^\\s(]( {1,40}))\\)/',
    why: 'reads at most 40 spaces beside each bracket',
  },
];

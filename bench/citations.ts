/**
 * How fast the recogniser of identifiers is: megabytes of text a second (a character counts as a byte), on text that
 * consists of little but identifiers, on reports of the usual density, and on prose without any.
 */
import { findCitations } from '../server/citations/citations.ts';
import type { Measure, Section } from './measures.ts';

const DENSE = [
  'The group approved Recommendations ITU-T X.1205, X.1060 and X.1303bis, agreed X.Suppl.36 and Y.3053 (2018) Amd. 1, ',
  'revised ITU-T J.1012-J.1015.1 and G.709/Y.1331, under Resolution 130 (Rev. Dubai, 2018) and WTSA-16 Res. 50, 52 and 58; ',
  'Rec. ITU-R M.1078, M.1223, M.1457, M.1645 and M.2083-0 (09/2015) and Question 3/2 were noted by SG17, SGs 5, 11 and 13, ',
  'FG-AI4H and in Council documents C19/58, C20/INF/11, next to ISO/IEC 27001:2013, RFC 3280 and QSTR-USSD. ',
].join('');

const USUAL = [
  'Since the last session ITU-T Study Group 17 met twice and approved nine texts on the security of networks, among them ',
  'X.1352 on devices and X.1410 on ledgers, while others went through a second reading before the end of the period. ',
  'In the regions, the Union helped its members to set up response teams, held exercises, and trained several hundred ',
  'officers under Resolution 130 (Rev. Bucharest, 2022); it published a guide to national strategies with its partners. ',
].join('');

const PROSE = [
  'Members reported that the courses had reached twice as many people as in the year before, that requests from small ',
  'states had grown, and that the results of the index would be released in spring after a final round of checks. ',
].join('');

const SIZE = 1_500_000;

/** The server reads a report block by block; a block of this length is a long paragraph. */
const BLOCK = 4_000;
const ROUNDS = 7;

/** The best of several rounds over a text of `SIZE` in pieces of `piece` characters, in megabytes a second. */
function throughput(sentence: string, piece: number): number {
  const text = sentence.repeat(Math.ceil(piece / sentence.length));
  const pieces = Math.ceil(SIZE / text.length);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (let i = 0; i < pieces; i++) findCitations(text);
    best = Math.min(best, performance.now() - start);
  }
  return (text.length * pieces) / 1000 / best;
}

export async function citations(): Promise<Section[]> {
  const line = (what: string, sentence: string, piece: number): Measure => ({
    what,
    value: throughput(sentence, piece),
    unit: 'MB/s',
  });
  return [
    {
      title: 'Identifiers',
      measures: [
        line('dense, by block', DENSE, BLOCK),
        line('dense, one piece', DENSE, SIZE),
        line('usual, by block', USUAL, BLOCK),
        line('none, by block', PROSE, BLOCK),
      ],
    },
  ];
}

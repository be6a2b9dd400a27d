import { perBlock } from '../../reading/per-block.ts';
import { scannedProse } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isRunning } from '../text/help.ts';

/** Verbs that Oxford spelling, which the house follows, writes with -ize. Words like advise and revise are none. */
const STEMS =
  'organ|recogn|standard|harmon|util|real|priorit|emphas|minim|maxim|optim|digital|digit|summar|final|author|modern|mobil|central|decentral|categor|special|criminal|global|local|formal|general|initial|institutional|operational|national|international|character|capital|stabil|normal|visual|virtual|personal|custom|synchron|anonym|pseudonym|sensit|incentiv|material|neutral|penal|popular|private|privat|rational|regular|scrutin|social|strateg|symbol|theor|trivial|victim|weapon|commercial|conceptual|contextual|crystall|democrat|economic|econom|equal|familiar|fertil|finalis|hospital|ideal|individual|industrial|legal|liberal|marginal|memor|militar|monet|monopol|moral|nuclear|patron|polar|radical|random|revolution|revital|serial|steril|subsid|systemat|token|tokens|tour|vandal|vocal|western';

const ISE = new Pattern(
  new RegExp(
    `(?<![\\w'-])((?:re|de|un|dis|over|under|mis)?-?(?:${STEMS}))is(e|ed|es|ing|er|ers|ation|ations|ational|able)(?![\\w'])`,
  ),
);

const iseIn = perBlock(block => ISE.matches(scannedProse(block)));

/** The house's spelling is -ize (organize, standardization); one finding names every place of -ise. */
export const ize: Rule = {
  id: 'terms/ize',
  title: '-ise where the house writes -ize',
  severity: 'info',
  timing: 'settled',
  report({ reading }, remark) {
    const places: { span: Span; place: string; word: string; z: number }[] = [];
    for (const block of reading.blocks) {
      if (!isRunning(block)) continue;
      for (const found of iseIn(block)) {
        const start = found.index + block.block.span.start;
        places.push({
          span: { start, end: start + found[0].length },
          place: block.block.place,
          word: found[0],
          z: start + found[1].length + 1,
        });
      }
    }
    const [first, ...rest] = places;
    if (!first) return;
    remark({
      at: first.span,
      say: 'terms/ize',
      with: {
        word: first.word,
        right: first.word.replace(/is(?=e|ing|ation|able)(?!.*is(?:e|ing|ation|able))/, 'iz'),
        count: places.length,
      },
      place: first.place,
      related: rest.map(({ span, place, word }) => ({
        span,
        paragraph: place,
        message: say('terms/ize:related', { word }),
      })),
      fixes: () => [
        {
          title: say('terms/ize:fix', { count: places.length }),
          edits: places.map(({ z }) => ({ start: z, end: z + 1, newText: 'z' })),
          exact: true,
        },
      ],
    });
  },
};

import { filesIn } from './collect.ts';

/** Loads the whole program but its entries, and asks everything of the samples: every pattern that is made is made. */
export async function exercise(): Promise<void> {
  for (const file of filesIn('server')) {
    if (file.split('/').length > 2) await import(`../../${file}`);
  }
  const { SAMPLES } = await import('../../test/fuzz/texts.ts');
  const { analysed } = await import('../../test/fuzz/workplace.ts');
  const { answersAt, answersOfWhole } = await import('../../test/fuzz/questions.ts');
  for (const sample of SAMPLES) {
    const analysis = analysed(sample);
    answersOfWhole(analysis);
    for (let at = 0; at < sample.length; at += 500) await answersAt(analysis, at, false);
  }
}

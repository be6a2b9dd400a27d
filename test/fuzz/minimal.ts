/**
 * The shortest text found that still fails: lines are taken out in ever smaller stretches, then characters. A failing
 * sample of six thousand characters says little; the two lines that it takes say what is wrong.
 *
 * @param fails whether a text fails in the way that is looked into
 */
export async function minimal(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  const lines = await reduced(text.split(/(?<=\n)/), parts => fails(parts.join('')));
  const characters = await reduced([...lines.join('')], parts => fails(parts.join('')));
  return characters.join('');
}

async function reduced(
  parts: readonly string[],
  fails: (parts: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  let left = parts;
  for (let size = left.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < left.length; ) {
      const without = [...left.slice(0, at), ...left.slice(at + size)];
      if (await fails(without)) left = without;
      else at += size;
    }
  }
  return left;
}

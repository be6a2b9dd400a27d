import { type Characters, isLetter, type Sequence, type Step } from './expression.ts';
import { ANY_KIND, DIGITS, kindsBeside, kindsOf, LETTERS, LINE_START, WORDS } from './kinds.ts';
import { type Mark, MOST_LETTERS, NUMBER, type Places, WIDE, type Word } from './places.ts';

/** A pattern whose matches may begin anywhere. */
export class Unknown extends Error {}

/** Where the walk through a pattern stands. */
interface State {
  /** What was taken so far: nothing, letters of a word, one sign, or digits. */
  readonly taken: 'nothing' | 'letters' | 'sign' | 'digits';
  readonly letters: string;
  readonly sign: number;
  /** The kinds of characters that may stand before what was taken, and behind it as far as is known. */
  readonly before: number;
  readonly behind: number;
  /** Whether `\b` was passed before anything was taken. */
  readonly edge: boolean;
}

type Next = (state: State) => void;

/** More words are no list that anybody wrote. */
const MOST_WORDS = 2000;
/** A step that takes one of more letters than this is not followed letter by letter. */
const MOST_CHOICES = 6;

/** Goes through a pattern's tree along every path, as far as it takes to know the first word, number or sign. */
export class Walk {
  private readonly words = new Map<string, Word>();
  private readonly marks = new Map<number, Mark>();

  /** Where matches of some sequences begin that stand behind another; throws `Unknown` where nobody can say. */
  places(options: readonly Sequence[], behind: Sequence): Places {
    const before = behind.length > 0 ? endOf(behind) : ANY_KIND;
    const start: State = {
      taken: 'nothing',
      letters: '',
      sign: 0,
      before,
      behind: ANY_KIND,
      edge: behind.at(-1)?.kind === 'edge',
    };
    for (const option of options) this.through(option, 0, start, state => this.ends(state));
    return { words: [...this.words.values()], marks: [...this.marks.values()] };
  }

  /** Nothing is known of what follows. */
  private ends(state: State): void {
    if (state.taken === 'nothing') throw new Unknown();
    if (state.taken === 'letters') this.word(state.letters, false);
    else this.mark(state, ANY_KIND);
  }

  private through(sequence: Sequence, at: number, state: State, next: Next): void {
    if (at === sequence.length) next(state);
    else this.step(sequence[at], state, after => this.through(sequence, at + 1, after, next));
  }

  private word(letters: string, whole: boolean): void {
    this.words.set(`${letters}${whole}`, { letters, whole });
    if (this.words.size > MOST_WORDS) throw new Unknown();
  }

  private mark({ taken, sign, before, behind }: State, following: number): void {
    const code = taken === 'digits' ? NUMBER : sign;
    const known = this.marks.get(code) ?? { code, before: 0, behind: 0 };
    const kinds = behind & following;
    if (kinds !== 0 && before !== 0)
      this.marks.set(code, { code, before: known.before | before, behind: known.behind | kinds });
  }

  private step(step: Step, state: State, next: Next): void {
    const { taken, letters } = state;
    switch (step.kind) {
      case 'characters':
        if (taken === 'nothing') this.first(step.characters, state, next);
        else if (taken === 'letters') this.furtherLetter(step.characters, state, next);
        else if (taken === 'digits') this.furtherDigit(step.characters, state, next);
        else this.mark(state, kindsOf(step.characters));
        return;
      case 'choice':
        for (const option of step.options) this.through(option, 0, state, next);
        return;
      case 'repeat':
        this.repeat(step.of, step.least, step.most, state, next);
        return;
      case 'look':
        this.look(step, state, next);
        return;
      case 'edge':
        if (taken === 'letters') this.word(letters, true);
        else next(taken === 'nothing' ? { ...state, edge: true } : state);
        return;
      case 'start':
        next({ ...state, before: state.before & LINE_START });
        return;
      case 'end':
        if (taken === 'nothing') throw new Unknown();
        if (taken === 'letters') this.word(letters, true);
        else this.mark(state, LINE_START);
        return;
      case 'reference':
        this.ends(state);
        return;
      case 'nothing':
        next(state);
    }
  }

  /** The first character of all. */
  private first({ ascii, wide, letters, hasOthers }: Characters, state: State, next: Next): void {
    const before = state.before & (state.edge ? ANY_KIND & ~WORDS : ANY_KIND);
    if (letters.length > 0 && (before & LETTERS) !== 0) throw new Unknown();
    if (letters.length > MOST_CHOICES) this.word('', false);
    else for (const letter of letters) next({ ...state, taken: 'letters', letters: letter });
    if (!hasOthers) return;
    let digits = false;
    for (let code = ascii.indexOf(1); code >= 0; code = ascii.indexOf(1, code + 1)) {
      if (isLetter(code)) continue;
      if (isDigit(code)) digits = true;
      else if (code <= 32) throw new Unknown();
      else next({ ...state, taken: 'sign', sign: code });
    }
    if (digits) {
      if ((before & DIGITS) !== 0) throw new Unknown();
      next({ ...state, taken: 'digits', before });
    }
    if (wide) next({ ...state, taken: 'sign', sign: WIDE });
  }

  /** A character behind letters: one more of them, or one that ends the word. */
  private furtherLetter({ letters: more, hasOthers }: Characters, state: State, next: Next): void {
    const { letters } = state;
    if (more.length > MOST_CHOICES || (more.length > 0 && letters.length >= MOST_LETTERS))
      this.word(letters, false);
    else for (const letter of more) next({ ...state, letters: letters + letter });
    if (hasOthers) this.word(letters, true);
  }

  /** A character behind digits: one more of them, or one that ends the number. */
  private furtherDigit(characters: Characters, state: State, next: Next): void {
    const kinds = kindsOf(characters);
    if ((kinds & DIGITS) !== 0) next(state);
    if ((kinds & ~DIGITS) !== 0) this.mark(state, kinds & ~DIGITS);
  }

  private repeat(of: Step, least: number, most: number, state: State, next: Next): void {
    if (least === 0) next(state);
    if (most === 0) return;
    const times = Math.max(1, Math.min(least, 3));
    const again = (done: number, now: State): void => {
      if (done < times) this.step(of, now, after => again(done + 1, after));
      else if (most === times) next(now);
      else if (now.taken === 'letters') this.word(now.letters, false);
      else {
        next(now);
        // However often it comes again, it begins once more in the same way.
        if (now.taken !== 'nothing') this.step(of, now, next);
      }
    };
    again(0, state);
  }

  private look(step: Step & { kind: 'look' }, state: State, next: Next): void {
    const { ahead, negative, options } = step;
    if (!ahead) {
      next(
        state.taken === 'nothing' ? { ...state, before: state.before & beforeOf(negative, options) } : state,
      );
    } else if (state.taken === 'nothing') next(state);
    else if (!negative)
      for (const option of options) this.through(option, 0, state, after => this.ends(after));
    else this.lookAgainst(options, state, next);
  }

  /** What must not follow. */
  private lookAgainst(options: readonly Sequence[], state: State, next: Next): void {
    const single = options.flatMap(option => (option.length === 1 ? option : []));
    if (state.taken !== 'letters') {
      let { behind } = state;
      // Digits may have been left for the pattern to come back to.
      for (const step of state.taken === 'sign' ? single : [])
        if (step.kind === 'characters') behind &= kindsBeside(step.characters);
      next({ ...state, behind });
    } else if (single.some(step => step.kind === 'characters' && hasAllLetters(step.characters)))
      this.word(state.letters, true);
    else next(state);
  }
}

/** What a look behind says of the character before a place. */
function beforeOf(negative: boolean, options: readonly Sequence[]): number {
  if (!negative) return options.reduce((kinds, option) => kinds | endOf(option), 0);
  let kinds = ANY_KIND;
  for (const option of options)
    if (option.length === 1 && option[0].kind === 'characters') kinds &= kindsBeside(option[0].characters);
  return kinds;
}

/** The kinds of characters that a sequence may end with; those before it too where it may be empty. */
function endOf(sequence: Sequence): number {
  let kinds = 0;
  for (let i = sequence.length - 1; i >= 0; i--) {
    const step = sequence[i];
    if (step.kind === 'reference') return ANY_KIND;
    if (step.kind === 'start') return kinds | LINE_START;
    if (step.kind === 'characters') return kinds | kindsOf(step.characters);
    if (step.kind !== 'choice' && step.kind !== 'repeat') continue;
    const options = step.kind === 'choice' ? step.options : [[step.of]];
    for (const option of options) kinds |= endOf(option);
    if (!(step.kind === 'repeat' && step.least === 0) && !options.some(mayBeEmpty)) return kinds;
  }
  return ANY_KIND;
}

/** Whether a sequence may take nothing. */
const mayBeEmpty = (sequence: Sequence): boolean =>
  sequence.every(
    step =>
      step.kind !== 'characters' &&
      (step.kind !== 'choice' || step.options.some(mayBeEmpty)) &&
      (step.kind !== 'repeat' || step.least === 0 || mayBeEmpty([step.of])),
  );

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const hasAllLetters = ({ ascii }: Characters): boolean =>
  ascii.every((taken, code) => taken === 1 || !isLetter(code));

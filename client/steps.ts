import { type QuickInput, QuickInputButtons, type QuickPickItem, window } from 'vscode';

/** What came of a step: a value, the wish to go back, or (undefined) that all was given up. */
export type Outcome<T> = { readonly value: T } | 'back' | undefined;

/** How a step shows itself. */
export interface Shown {
  readonly title: string;
  /** One-based, of how many. */
  readonly step: number;
  readonly steps: number;
}

/**
 * Goes through questions one by one; with the button *Back* to the one before, whose answer is still there.
 *
 * @param ask one function a question; it keeps its answer itself
 * @returns whether every question was answered
 */
export async function askInTurn(
  ask: readonly ((step: number) => Promise<Outcome<unknown>>)[],
): Promise<boolean> {
  for (let i = 0; i < ask.length; ) {
    const outcome = await ask[i](i + 1);
    if (outcome === undefined) return false;
    i += outcome === 'back' ? -1 : 1;
  }
  return true;
}

/** One of several; `active` is chosen at first. */
export function choose<T extends QuickPickItem>(
  shown: Shown,
  items: readonly T[],
  active: T | undefined,
): Promise<Outcome<T>> {
  const input = window.createQuickPick<T>();
  input.items = items;
  input.matchOnDescription = true;
  if (active) input.activeItems = [active];
  return answered(input, shown, () => input.selectedItems[0]);
}

/** A line of text; `problem` says what is wrong with it, or undefined. */
export function enter(
  shown: Shown & { readonly prompt: string },
  value: string,
  problem: (text: string) => string | undefined,
): Promise<Outcome<string>> {
  const input = window.createInputBox();
  input.prompt = shown.prompt;
  input.value = value;
  input.onDidChangeValue(text => {
    input.validationMessage = problem(text.trim());
  });
  return answered(input, shown, () => {
    const text = input.value.trim();
    input.validationMessage = problem(text);
    return input.validationMessage === undefined ? text : undefined;
  });
}

interface Acceptable extends QuickInput {
  buttons: readonly unknown[];
  onDidAccept(listener: () => void): unknown;
  onDidTriggerButton(listener: (button: unknown) => void): unknown;
}

/** Shows a question until it is answered, given up, or left for the one before. */
function answered<T>(input: QuickInput, shown: Shown, value: () => T | undefined): Promise<Outcome<T>> {
  const acceptable = input as Acceptable;
  input.title = shown.title;
  input.step = shown.step;
  input.totalSteps = shown.steps;
  input.ignoreFocusOut = true;
  if (shown.step > 1) acceptable.buttons = [QuickInputButtons.Back];
  return new Promise<Outcome<T>>(resolve => {
    acceptable.onDidAccept(() => {
      const answer = value();
      if (answer !== undefined) resolve({ value: answer });
    });
    acceptable.onDidTriggerButton(() => resolve('back'));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}
